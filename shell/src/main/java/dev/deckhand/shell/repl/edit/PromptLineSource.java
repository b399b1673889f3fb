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
 * Reads lines from the learner's terminal, one each time that the session is ready. Commands that
 * were pasted together are sent one by one; Ctrl-C drops the rest.
 */
public final class PromptLineSource implements LineSource {

  /** How often reading one line may fail before the input counts as ended. */
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

  /** The prompt at which the learner types: the shell's or the Java prompt. */
  @FunctionalInterface
  public interface InputMode {

    /**
     * Reads the next line for the session.
     *
     * @param shellLine reads a line at the shell's prompt
     */
    TypedLine next(Supplier<String> shellLine);
  }

  /** Is told of the lines, and creates prompts. */
  public interface PromptListener {

    /** The prompt of the next line. */
    String prompt(Session session);

    /** Shows a command of a pasted block that is sent now. */
    void showQueued(String prompt, String entry);

    /** Told of each line, in order, before it is sent on. */
    void typed(TypedLine line);

    /** Told of a line that could not be read; another one is read. */
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

  /** Starts to read. */
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

  /** Drops the commands of a pasted block that were not sent yet. */
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
   * @param dictated text that is already after the prompt, for the learner to send; may be empty
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
        // Ctrl-C discards the line that is being typed, as in any shell
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
