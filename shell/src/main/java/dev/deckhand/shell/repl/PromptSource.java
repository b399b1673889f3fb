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
import org.jline.reader.UserInterruptException;

/** Lines from the learner's terminal, one for each time that the session is ready for one. */
public final class PromptSource implements LineSource {

  private final LineReader reader;
  private final JavaPrompt java;
  private final Function<Session, String> prompt;
  private final Inbox inbox;
  private final Clock clock;
  private final BlockingQueue<String> prompts = new ArrayBlockingQueue<>(1);
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
      prompts.add(prompt.apply(session));
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

  private Message line(String shown) {
    while (true) {
      try {
        return new Message.Typed(java.next(() -> reader.readLine(shown)), clock.instant());
      } catch (UserInterruptException cleared) {
        // Ctrl-C on a line that is being typed throws the line away, as in any shell
      } catch (EndOfFileException end) {
        return new Message.InputEnded(clock.instant());
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
