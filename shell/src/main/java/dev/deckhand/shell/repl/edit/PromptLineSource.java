package dev.deckhand.shell.repl.edit;

import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import java.io.IOError;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;

/**
 * Lines from the learner's terminal, one for each time that the session is ready for one. Where
 * several commands were pasted together, each has its turn; Ctrl-C drops those that did not.
 */
public final class PromptLineSource implements LineSource {

  /** Whoever fails this often for one line will not succeed. */
  private static final int MAX_FAILURES = 3;

  private final LineReader reader;
  private final InputMode inputMode;
  private final ReaderThread thread;
  private final PromptListener listener;
  private final Inbox inbox;
  private final Clock clock;
  private final Deque<String> queuedCommands = new ArrayDeque<>();
  private boolean asked;

  /** What was typed, and at which prompt. */
  public sealed interface TypedLine {

    /** One of Deckhand's own words, or a command for the shell; pasted text may hold several. */
    record ShellLine(String text) implements TypedLine {}

    record JavaSnippet(String source) implements TypedLine {}
  }

  /** Which prompt the learner is at: the shell's, or another in between. */
  @FunctionalInterface
  public interface InputMode {

    /**
     * Reads the next line for the session.
     *
     * @param shellLine reads a line at the shell's prompt
     */
    TypedLine next(Supplier<String> shellLine);
  }

  /** What goes on around the lines. */
  public interface PromptListener {

    /** What stands before the next line. */
    String prompt(Session session);

    /** Shows a command of a pasted block whose turn has come. */
    void showQueued(String prompt, String entry);

    /** Told of each line, in order, before it is sent on. */
    void typed(TypedLine line);

    /** Told of a line that could not be read; another one is asked for. */
    void failed(Throwable cause);
  }

  public PromptLineSource(
      LineReader reader,
      InputMode inputMode,
      ReaderThread thread,
      PromptListener promptListener,
      Inbox inbox,
      Clock clock) {
    this.reader = reader;
    this.inputMode = inputMode;
    this.thread = thread;
    this.listener = promptListener;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  @Override
  public synchronized void sessionReady(Session session) {
    if (asked) {
      return;
    }
    asked = true;
    String shown = listener.prompt(session);
    String dictated = session.commandLine().prefilled().stream().findFirst().orElse("");
    String next = queuedCommands.poll();
    thread.enqueue(() -> inbox.post(next == null ? line(shown, dictated) : queued(shown, next)));
  }

  @Override
  public synchronized void lineTaken() {
    asked = false;
  }

  /** Forgets the commands of a pasted block whose turn has not come. */
  public synchronized void dropQueued() {
    queuedCommands.clear();
  }

  private Message queued(String shown, String next) {
    try {
      listener.showQueued(shown, next);
      return typed(new TypedLine.ShellLine(next));
    } catch (RuntimeException | IOError broken) {
      return recovers(broken) ? line(shown, "") : new Message.InputEnded(clock.instant());
    }
  }

  /**
   * Reads a line.
   *
   * @param dictated what stands behind the prompt already, for the learner to send; may be empty
   */
  private Message line(String shown, String dictated) {
    String prefilled = dictated;
    for (int failures = 0; failures < MAX_FAILURES; ) {
      try {
        String written = prefilled;
        TypedLine line =
            inputMode.next(() -> reader.readLine(shown, null, (MaskingCallback) null, written));
        // what was prefilled is one command, however many lines it has
        return typed(
            line instanceof TypedLine.ShellLine(String text) && !text.equals(dictated)
                ? new TypedLine.ShellLine(firstCommand(text))
                : line);
      } catch (UserInterruptException cleared) {
        // Ctrl-C on a line that is being typed throws the line away, as in any shell
        if (!prefilled.isEmpty()) {
          prefilled = "";
          inbox.post(new Message.Interrupted(clock.instant()));
        }
      } catch (EndOfFileException end) {
        break;
      } catch (RuntimeException | IOError broken) {
        failures++;
        prefilled = "";
        if (!recovers(broken)) {
          break;
        }
      }
    }
    return new Message.InputEnded(clock.instant());
  }

  /** Reports a failure, and says whether another line can be read: not on a closed terminal. */
  private boolean recovers(Throwable broken) {
    try {
      var _ = reader.getTerminal().getSize();
      listener.failed(broken);
      return true;
    } catch (RuntimeException | IOError closed) {
      return false;
    }
  }

  private Message typed(TypedLine line) {
    listener.typed(line);
    LearnerInput input =
        switch (line) {
          case TypedLine.ShellLine(String text) -> LearnerInputParser.parse(text);
          case TypedLine.JavaSnippet(String source) ->
              new LearnerInput.RunCommand(new SessionCommand.Java(source));
        };
    return new Message.LineTyped(input, clock.instant());
  }

  private synchronized String firstCommand(String typed) {
    List<String> entries = ScriptSplitter.split(typed.lines().toList()).entries();
    if (entries.size() < 2) {
      return typed;
    }
    queuedCommands.addAll(entries.subList(1, entries.size()));
    return entries.getFirst();
  }

  @Override
  public void close() {
    thread.close();
  }
}
