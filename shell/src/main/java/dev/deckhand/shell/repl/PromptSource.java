package dev.deckhand.shell.repl;

import dev.deckhand.lesson.Entries;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.repl.syntax.Blocks;
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
final class PromptSource implements LineSource {

  private final LineReader reader;
  private final Tongue tongue;
  private final ReaderThread thread;
  private final Dialogue dialogue;
  private final Inbox inbox;
  private final Clock clock;
  private final Deque<String> block = new ArrayDeque<>();
  private boolean asked;

  /** What the learner speaks: lines of the shell, or another tongue's in between. */
  interface Tongue {

    /**
     * Reads the next line for the session.
     *
     * @param shellLine reads a line of the shell
     */
    String next(Supplier<String> shellLine);
  }

  /** What goes on around the lines. */
  interface Dialogue {

    /** What stands before the next line. */
    String prompt(Session session);

    /** Shows a command of a pasted block whose turn has come. */
    void turn(String prompt, String entry);

    /** Told of each command, in order, before it is sent on. */
    void typed(String entry);
  }

  PromptSource(
      LineReader reader,
      Tongue tongue,
      ReaderThread thread,
      Dialogue dialogue,
      Inbox inbox,
      Clock clock) {
    this.reader = reader;
    this.tongue = tongue;
    this.thread = thread;
    this.dialogue = dialogue;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Begins to read. */
  void start() {
    thread.start();
  }

  @Override
  public synchronized void ready(Session session) {
    if (asked) {
      return;
    }
    asked = true;
    String shown = dialogue.prompt(session);
    String dictated = session.desk().dictated().stream().findFirst().orElse("");
    String next = block.poll();
    if (next == null) {
      thread.then(() -> inbox.post(line(shown, dictated)));
    } else {
      thread.then(() -> {
        dialogue.turn(shown, next);
        inbox.post(typed(next));
      });
    }
  }

  @Override
  public synchronized void taken() {
    asked = false;
  }

  /** Forgets the commands of a pasted block whose turn has not come. */
  synchronized void drop() {
    block.clear();
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
            tongue.next(() -> reader.readLine(shown, null, (MaskingCallback) null, written));
        // what was dictated is one command, and Java's snippets are one line to the session
        return typed(line.equals(dictated) || Entries.java(line).isPresent() ? line : first(line));
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
    dialogue.typed(entry);
    return new Message.Typed(entry, clock.instant());
  }

  private synchronized String first(String typed) {
    List<String> entries = Blocks.commands(typed);
    if (entries.size() < 2) {
      return typed;
    }
    block.addAll(entries.subList(1, entries.size()));
    return entries.getFirst();
  }

  @Override
  public void close() {
    thread.close();
  }
}
