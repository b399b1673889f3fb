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
final class RunningCommand {

  private final Console console;
  private final Transcript transcript;
  private final TerminalModes modes = new TerminalModes();
  private final CompletableFuture<ShellOutcome> shellOutcome = new CompletableFuture<>();
  private volatile boolean started;
  private volatile @Nullable IOException consoleFailure;

  RunningCommand(Console console, Transcript transcript) {
    this.console = console;
    this.transcript = transcript;
  }

  /** The command's text is read, and its first word runs now. */
  void markStarted() {
    started = true;
  }

  boolean isStarted() {
    return started;
  }

  /** Shows what the command wrote, and keeps it for the notes. */
  void output(byte[] bytes, int offset, int length) {
    transcript.append(bytes, offset, length);
    show(bytes, offset, length);
  }

  /** Shows what somebody else wrote: a job in the background. */
  void show(byte[] bytes, int offset, int length) {
    modes.track(bytes, offset, length);
    write(bytes, offset, length);
  }

  private void write(byte[] bytes, int offset, int length) {
    if (consoleFailure == null) {
      try {
        console.write(bytes, offset, length);
      } catch (IOException e) {
        consoleFailure = e;
      }
    }
  }

  Optional<IOException> consoleFailure() {
    return Optional.ofNullable(consoleFailure);
  }

  /** Ends the command, after the modes that it left switched in the terminal are restored. */
  void complete(ShellOutcome how) {
    try {
      if (!isDone()) {
        byte[] undo = modes.takeUndo();
        write(undo, 0, undo.length);
      }
    } catch (RuntimeException | Error bug) {
      fail(bug);
    }
    shellOutcome.complete(how);
  }

  /** Ends the command with a fault of our own, which whoever waits for it gets as the cause. */
  void fail(Throwable bug) {
    shellOutcome.completeExceptionally(bug);
  }

  boolean isDone() {
    return shellOutcome.isDone();
  }

  /** Waits for the end; nothing where it does not come in time. */
  Optional<ShellOutcome> await(Duration patience) throws InterruptedException {
    try {
      return Optional.of(shellOutcome.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** What the command wrote, as the notes keep it. */
  String transcriptText() {
    return transcript.text();
  }
}
