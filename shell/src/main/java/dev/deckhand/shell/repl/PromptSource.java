package dev.deckhand.shell.repl;

import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LineSource;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;

/** Lines from the learner's terminal, one for each time that the session is ready for one. */
public final class PromptSource implements LineSource {

  private final LineReader reader;
  private final JavaPrompt java;
  private final Function<Session, String> prompt;
  private final Inbox inbox;
  private final Clock clock;
  private final BlockingQueue<Asked> prompts = new ArrayBlockingQueue<>(1);
  private final Thread thread;
  private boolean asked;

  PromptSource(
      LineReader reader,
      JavaPrompt java,
      Function<Session, String> prompt,
      Inbox inbox,
      Clock clock) {
    this.reader = reader;
    this.java = java;
    this.prompt = prompt;
    this.inbox = inbox;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("reader").unstarted(this::read);
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  @Override
  public void ready(Session session) {
    if (!asked) {
      asked = true;
      prompts.add(
          new Asked(
              prompt.apply(session), session.desk().dictated().stream().findFirst().orElse("")));
    }
  }

  @Override
  public void taken() {
    asked = false;
  }

  private void read() {
    try {
      while (true) {
        inbox.post(line(prompts.take()));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Message line(Asked asked) {
    String dictated = asked.dictated();
    while (true) {
      try {
        String prefilled = dictated;
        String line =
            java.next(
                () -> reader.readLine(asked.prompt(), null, (MaskingCallback) null, prefilled));
        return new Message.Typed(line, clock.instant());
      } catch (UserInterruptException cleared) {
        // Ctrl-C on a line that is being typed throws the line away, as in any shell
        if (!dictated.isEmpty()) {
          dictated = "";
          inbox.post(new Message.Interrupted(clock.instant()));
        }
      } catch (EndOfFileException end) {
        return new Message.InputEnded(clock.instant());
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  /**
   * A prompt to be shown.
   *
   * @param dictated what stands behind it already, for the learner to send; empty for nothing
   */
  private record Asked(String prompt, String dictated) {}
}
