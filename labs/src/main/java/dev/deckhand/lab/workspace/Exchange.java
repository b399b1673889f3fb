package dev.deckhand.lab.workspace;

import dev.deckhand.lab.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One command under way: where its output goes, and what came of it. Written to by the shell's
 * reading thread.
 */
final class Exchange {

  private final Console console;
  private final Transcript transcript;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private volatile boolean begun;
  private volatile @Nullable IOException consoleGone;

  Exchange(Console console, Transcript transcript) {
    this.console = console;
    this.transcript = transcript;
  }

  /** The command's text is read, and its first word runs now. */
  void begin() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }

  /** Shows what the command wrote, and keeps it for the notes. */
  void output(byte[] bytes, int offset, int length) {
    transcript.take(bytes, offset, length);
    show(bytes, offset, length);
  }

  /** Shows what somebody else wrote: a job in the background. */
  void show(byte[] bytes, int offset, int length) {
    if (consoleGone == null) {
      try {
        console.write(bytes, offset, length);
      } catch (IOException e) {
        consoleGone = e;
      }
    }
  }

  Optional<IOException> consoleGone() {
    return Optional.ofNullable(consoleGone);
  }

  void complete(Outcome how) {
    outcome.complete(how);
  }

  boolean isOver() {
    return outcome.isDone();
  }

  /** Waits for the end; nothing where it does not come in time. */
  Optional<Outcome> await(Duration patience) throws InterruptedException {
    try {
      return Optional.of(outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // nobody completes it so
    }
  }

  /** What the command wrote, as the notes keep it. */
  String text() {
    return transcript.text();
  }
}
