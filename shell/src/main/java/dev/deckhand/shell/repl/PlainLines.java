package dev.deckhand.shell.repl;

import dev.deckhand.lesson.Entries;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Lines as the terminal itself edits them: nothing is drawn over, and what comes in between stands
 * on lines of its own, with the prompt again below.
 */
final class PlainLines implements LineSource {

  private static final String GOES_ON = "> ";
  private static final Pattern KEY = Pattern.compile("\033(\\[[0-?]*[ -/]*[@-~]|O.)");
  private static final Pattern OTHER = Pattern.compile("[\\p{Cntrl}&&[^\t\n]]");

  private final Terminal terminal;
  private final Function<Session, String> prompt;
  private final Inbox inbox;
  private final Clock clock;
  private final BlockingQueue<Asked> asked = new ArrayBlockingQueue<>(1);
  private final StringBuilder typed = new StringBuilder();
  private final Thread thread;
  private String ahead = "";
  private @Nullable Asked open;
  private boolean waited;

  PlainLines(Terminal terminal, Function<Session, String> prompt, Inbox inbox, Clock clock) {
    this.terminal = terminal;
    this.prompt = prompt;
    this.inbox = inbox;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("reader").unstarted(this::read);
  }

  void start() {
    thread.start();
  }

  @Override
  public void ready(Session session) {
    if (!waited) {
      waited = true;
      String dictated = session.desk().dictated().stream().findFirst().orElse("");
      asked.add(new Asked(prompt.apply(session), dictated));
    }
  }

  @Override
  public void taken() {
    waited = false;
  }

  /** Takes what was typed while a command ran: the beginning of the next line. */
  synchronized void unread(String early) {
    ahead += early;
  }

  /** Shows whole lines. */
  synchronized void print(String lines) {
    Asked now = open;
    write(now == null ? lines : "\n" + lines + now.prompt() + clean(typed));
  }

  /** Throws away the line that is being typed, as any shell does; false where there is none. */
  synchronized boolean drop() {
    Asked now = open;
    if (now == null) {
      return false;
    }
    typed.setLength(0);
    write("\n" + now.prompt());
    if (!now.dictated().isEmpty()) {
      open = new Asked(now.prompt(), "");
      inbox.post(new Message.Interrupted(clock.instant()));
    }
    return true;
  }

  private void read() {
    try {
      while (true) {
        begin(asked.take());
        inbox.post(line());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void begin(Asked next) {
    open = next;
    typed.append(next.dictated());
    write(next.prompt() + typed);
  }

  private Message line() {
    while (true) {
      int key = key();
      if (key < 0) {
        return new Message.InputEnded(clock.instant());
      }
      if (key == '\n' || key == '\r') {
        String entry = end();
        if (entry != null) {
          return new Message.Typed(entry, clock.instant());
        }
      } else {
        synchronized (this) {
          typed.append((char) key);
        }
      }
    }
  }

  /** What was typed, now that a line of it has ended; null where it goes on. */
  private synchronized @Nullable String end() {
    String entry = clean(typed);
    if (Entries.isOpen(List.of(entry.split("\n", -1)))) {
      typed.append('\n');
      write(GOES_ON);
      return null;
    }
    typed.setLength(0);
    open = null;
    return entry;
  }

  /** Keys that would move the cursor in a line editor are none here, and stand for nothing. */
  private static String clean(CharSequence raw) {
    return OTHER.matcher(KEY.matcher(raw).replaceAll("")).replaceAll("");
  }

  private int key() {
    synchronized (this) {
      if (!ahead.isEmpty()) {
        char first = ahead.charAt(0);
        ahead = ahead.substring(1);
        write(first == '\r' ? "\n" : String.valueOf(first));
        return first;
      }
    }
    try {
      return terminal.reader().read();
    } catch (IOException gone) {
      return -1;
    }
  }

  private void write(String text) {
    terminal.writer().print(text);
    terminal.flush();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  /**
   * A prompt to be shown.
   *
   * @param dictated what stands behind it already; what is typed is added to it
   */
  private record Asked(String prompt, String dictated) {}
}
