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
 * Reads lines that the terminal itself edits. Nothing is redrawn: output that arrives while a line
 * is typed is printed below it, followed by the prompt again.
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
  private boolean lineWanted;

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
    if (!lineWanted) {
      lineWanted = true;
      String dictated = session.commandLine().prefilled().stream().findFirst().orElse("");
      shownPrompt.add(new ShownPrompt(prompt.apply(session), dictated));
    }
  }

  @Override
  public void lineTaken() {
    lineWanted = false;
  }

  /** Takes what was typed while a command ran; it becomes the beginning of the next line. */
  synchronized void unread(String early) {
    typedAhead += early;
  }

  /** Prints complete lines. */
  synchronized void print(String lines) {
    ShownPrompt current = open;
    write(current == null ? lines : "\n" + lines + current.prompt() + withoutControls(typed));
  }

  /** Discards the line that is being typed, as any shell does; returns false if there is none. */
  synchronized boolean discardLine() {
    ShownPrompt current = open;
    if (current == null) {
      return false;
    }
    typed.setLength(0);
    write("\n" + current.prompt());
    if (!current.dictated().isEmpty()) {
      open = new ShownPrompt(current.prompt(), "");
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

  /**
   * If reading fails, the input has ended: the session must not wait for a line that never comes.
   */
  private Message lineOrEnd() {
    try {
      return line();
    } catch (RuntimeException | IOError e) {
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

  /** The complete entry; null if it continues on the next line. */
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

  /** Removes the control sequences of keys such as arrows, which do nothing here. */
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
    } catch (IOException e) {
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
   * A prompt to show.
   *
   * @param dictated text that is already after the prompt; what is typed is added to it
   */
  private record ShownPrompt(String prompt, String dictated) {}
}
