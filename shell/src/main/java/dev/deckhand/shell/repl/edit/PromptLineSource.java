package dev.deckhand.shell.repl.edit;

import dev.deckhand.lesson.ScriptSplitter;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.repl.syntax.ShellBlocks;
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

  private final LineReader reader;
  private final InputMode inputMode;
  private final ReaderThread thread;
  private final PromptListener listener;
  private final Inbox inbox;
  private final Clock clock;
  private final Deque<String> queuedCommands = new ArrayDeque<>();
  private boolean asked;

  /** What the learner speaks: lines of the shell, or another tongue's in between. */
  public interface InputMode {

    /**
     * Reads the next line for the session.
     *
     * @param shellLine reads a line of the shell
     */
    String next(Supplier<String> shellLine);
  }

  /** What goes on around the lines. */
  public interface PromptListener {

    /** What stands before the next line. */
    String prompt(Session session);

    /** Shows a command of a pasted block whose turn has come. */
    void showQueued(String prompt, String entry);

    /** Told of each command, in order, before it is sent on. */
    void typed(String entry);
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
    if (next == null) {
      thread.enqueue(() -> inbox.post(line(shown, dictated)));
    } else {
      thread.enqueue(() -> {
        listener.showQueued(shown, next);
        inbox.post(typed(next));
      });
    }
  }

  @Override
  public synchronized void lineTaken() {
    asked = false;
  }

  /** Forgets the commands of a pasted block whose turn has not come. */
  public synchronized void dropQueued() {
    queuedCommands.clear();
  }

  /**
   * Reads a line.
   *
   * @param dictated what stands behind the prompt already, for the learner to send; may be empty
   */
  private Message line(String shown, String dictated) {
    String prefilled = dictated;
    while (true) {
      try {
        String written = prefilled;
        String line =
            inputMode.next(() -> reader.readLine(shown, null, (MaskingCallback) null, written));
        // what was dictated is one command, and Java's snippets are one line to the session
        return typed(
            line.equals(dictated) || ScriptSplitter.javaSnippets(line).isPresent()
                ? line
                : firstCommand(line));
      } catch (UserInterruptException cleared) {
        // Ctrl-C on a line that is being typed throws the line away, as in any shell
        if (!prefilled.isEmpty()) {
          prefilled = "";
          inbox.post(new Message.Interrupted(clock.instant()));
        }
      } catch (EndOfFileException end) {
        return new Message.InputEnded(clock.instant());
      }
    }
  }

  private Message typed(String entry) {
    listener.typed(entry);
    return new Message.LineTyped(entry, clock.instant());
  }

  private synchronized String firstCommand(String typed) {
    List<String> entries = ShellBlocks.commands(typed);
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
