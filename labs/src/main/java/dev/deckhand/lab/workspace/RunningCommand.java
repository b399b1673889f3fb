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
 * A running command: where its output goes, and its outcome. The thread that reads from the shell
 * calls it.
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

  /** The shell has read the command, and runs it now. */
  void markStarted() {
    started = true;
  }

  boolean isStarted() {
    return started;
  }

  /** Shows output of the command, and keeps it for the transcript. */
  void output(byte[] bytes, int offset, int length) {
    transcript.append(bytes, offset, length);
    show(bytes, offset, length);
  }

  /** Shows output of a background job. */
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

  /** Ends the command, after restoring the terminal modes that it changed. */
  void complete(ShellOutcome outcome) {
    try {
      if (!isDone()) {
        byte[] undo = modes.takeUndo();
        write(undo, 0, undo.length);
      }
    } catch (RuntimeException | Error bug) {
      fail(bug);
    }
    shellOutcome.complete(outcome);
  }

  /** Ends the command with a fault of our own, which whoever waits for it gets as the cause. */
  void fail(Throwable bug) {
    shellOutcome.completeExceptionally(bug);
  }

  boolean isDone() {
    return shellOutcome.isDone();
  }

  /** Waits for the end; empty after the timeout. */
  Optional<ShellOutcome> await(Duration timeout) throws InterruptedException {
    try {
      return Optional.of(shellOutcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The readable part of the output. */
  String transcriptText() {
    return transcript.text();
  }
}
