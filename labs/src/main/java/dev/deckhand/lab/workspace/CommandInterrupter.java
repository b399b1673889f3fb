package dev.deckhand.lab.workspace;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends Ctrl-C to one command. Waits until the command has started: before that, the shell is still
 * reading it, and would keep only part of the line.
 */
final class CommandInterrupter {

  /** Ctrl-C as a byte. */
  static final byte INTERRUPT_KEY = 3;

  /** After so many interrupts, over at least {@link #STUCK_FOR}, the shell is considered stuck. */
  private static final int STUCK_AFTER = 3;

  private static final Duration STUCK_FOR = Duration.ofSeconds(2);

  /**
   * A program may use the key itself, as editors do; requests that the shell doesn't read meanwhile
   * pile up.
   */
  private static final int MAX_REPORT_REQUESTS = 500;

  private static final Duration MIN_INTERVAL = Duration.ofMillis(100);

  private final BashProcess bash;
  private final RunningCommand command;
  private boolean pending;
  private int count;
  private long firstSent;
  private Optional<ShellActivity> atFirst = Optional.empty();
  private long lastSent = System.nanoTime() - MIN_INTERVAL.toNanos() - 1;

  CommandInterrupter(BashProcess bashProcess, RunningCommand runningCommand) {
    this.bash = bashProcess;
    this.command = runningCommand;
  }

  /** Interrupts the command at once, or as soon as it has started. */
  synchronized void interrupt() {
    pending = true;
    if (command.isStarted()) {
      sendPending();
    }
  }

  /**
   * Sends a pending interrupt, but not right after the previous one: a shell that is interrupted
   * without a pause never gets to report that it is ready.
   */
  synchronized void sendPending() {
    if (pending && !command.isDone() && System.nanoTime() - lastSent > MIN_INTERVAL.toNanos()) {
      pending = false;
      try {
        bash.type(new byte[] {INTERRUPT_KEY}, 1);
      } catch (IOException e) {
        // the terminal is gone, so the command is about to end
      }
      interruptSent();
    }
  }

  /**
   * Counts an interrupt that was sent. A shell that is in the foreground and doesn't get ready
   * again is stuck (a command redefined its functions, or made it ignore the key): it is ended, and
   * the next command gets a new one. One that hardly had a processor meanwhile isn't stuck.
   */
  synchronized void interruptSent() {
    lastSent = System.nanoTime();
    bash.resume();
    if (count < MAX_REPORT_REQUESTS) {
      bash.requestReport();
    }
    if (count++ == 0) {
      firstSent = System.nanoTime();
      atFirst = bash.activity();
    }
    if (count >= STUCK_AFTER
        && System.nanoTime() - firstSent > STUCK_FOR.toNanos()
        && bash.isForeground()
        && !isStarved()) {
      bash.end();
    }
  }

  private boolean isStarved() {
    Optional<ShellActivity> now = bash.activity();
    return atFirst.isPresent() && now.isPresent() && now.get().isStarvedSince(atFirst.get());
  }
}
