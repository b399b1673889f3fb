package dev.deckhand.shell.repl;

import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import java.io.IOError;
import java.io.IOException;
import java.time.Clock;
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
final class CookedLineSource implements LineSource {

  private static final String CONTINUATION_PROMPT = "> ";
  private static final Pattern KEY = Pattern.compile("\033(\\[[0-?]*[ -/]*[@-~]|O.)");
  private static final Pattern OTHER = Pattern.compile("[\\p{Cntrl}&&[^\t\n]]");

  private final Terminal terminal;
  private final Function<Session, String> prompt;
  private final Inbox inbox;
  private final Clock clock;
  private final BlockingQueue<ShownPrompt> shownPrompt = new ArrayBlockingQueue<>(1);
  private final StringBuilder typed = new StringBuilder();
  private final Thread thread;
  private String typedAhead = "";
  private @Nullable ShownPrompt open;
  private boolean waited;

  CookedLineSource(Terminal terminal, Function<Session, String> prompt, Inbox inbox, Clock clock) {
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
  public void sessionReady(Session session) {
    if (!waited) {
      waited = true;
      String dictated = session.commandLine().prefilled().stream().findFirst().orElse("");
      shownPrompt.add(new ShownPrompt(prompt.apply(session), dictated));
    }
  }

  @Override
  public void lineTaken() {
    waited = false;
  }

  /** Takes what was typed while a command ran: the beginning of the next line. */
  synchronized void unread(String early) {
    typedAhead += early;
  }

  /** Shows whole lines. */
  synchronized void print(String lines) {
    ShownPrompt now = open;
    write(now == null ? lines : "\n" + lines + now.prompt() + withoutControls(typed));
  }

  /** Throws away the line that is being typed, as any shell does; false where there is none. */
  synchronized boolean discardLine() {
    ShownPrompt now = open;
    if (now == null) {
      return false;
    }
    typed.setLength(0);
    write("\n" + now.prompt());
    if (!now.dictated().isEmpty()) {
      open = new ShownPrompt(now.prompt(), "");
      inbox.post(new Message.Interrupted(clock.instant()));
    }
    return true;
  }

  private void read() {
    try {
      while (true) {
        showPrompt(shownPrompt.take());
        inbox.post(lineOrEnd());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void showPrompt(ShownPrompt next) {
    open = next;
    typed.append(next.dictated());
    write(next.prompt() + typed);
  }

  /** Whatever fails here, the session must not wait for a line that never comes. */
  private Message lineOrEnd() {
    try {
      return line();
    } catch (RuntimeException | IOError gone) {
      return new Message.InputEnded(clock.instant());
    }
  }

  private Message line() {
    while (true) {
      int key = key();
      if (key < 0) {
        return new Message.InputEnded(clock.instant());
      }
      if (key == '\n' || key == '\r') {
        String entry = finishLine();
        if (entry != null) {
          return new Message.LineTyped(LearnerInputParser.parse(entry), clock.instant());
        }
      } else {
        synchronized (this) {
          typed.append((char) key);
        }
      }
    }
  }

  /** What was typed, now that a line of it has ended; null where it goes on. */
  private synchronized @Nullable String finishLine() {
    String entry = withoutControls(typed);
    if (ScriptSplitter.isIncomplete(entry)) {
      typed.append('\n');
      write(CONTINUATION_PROMPT);
      return null;
    }
    typed.setLength(0);
    open = null;
    return entry;
  }

  /** Keys that would move the cursor in a line editor are none here, and stand for nothing. */
  private static String withoutControls(CharSequence raw) {
    return OTHER.matcher(KEY.matcher(raw).replaceAll("")).replaceAll("");
  }

  private int key() {
    synchronized (this) {
      if (!typedAhead.isEmpty()) {
        char first = typedAhead.charAt(0);
        typedAhead = typedAhead.substring(1);
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
  private record ShownPrompt(String prompt, String dictated) {}
}
