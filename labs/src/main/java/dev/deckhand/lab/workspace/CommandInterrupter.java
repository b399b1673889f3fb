package dev.deckhand.lab.workspace;

import java.io.IOException;
import java.time.Duration;

/**
 * Ctrl-C for one command. Held back until the command has begun: before that, the shell still reads
 * it, and would be left with half a line.
 */
final class CommandInterrupter {

  /** The key as the terminal sees it. */
  static final byte INTERRUPT_KEY = 3;

  /** Who asks so often and so long is stuck. */
  private static final int STUCK_AFTER = 3;

  private static final Duration STUCK_FOR = Duration.ofSeconds(2);

  /**
   * A program may take the key for its own, as editors do: nobody reads the questions meanwhile,
   * and they pile up.
   */
  private static final int MAX_REPORT_REQUESTS = 500;

  private static final Duration MIN_INTERVAL = Duration.ofMillis(100);

  private final BashProcess bash;
  private final RunningCommand command;
  private boolean pending;
  private int count;
  private long firstSent;
  private long lastSent = System.nanoTime() - MIN_INTERVAL.toNanos() - 1;

  CommandInterrupter(BashProcess bashProcess, RunningCommand runningCommand) {
    this.bash = bashProcess;
    this.command = runningCommand;
  }

  /** Interrupts what runs, now or as soon as it has begun. */
  synchronized void interrupt() {
    pending = true;
    if (command.isStarted()) {
      sendPending();
    }
  }

  /**
   * Types the key if it was asked for and could not be typed yet. Not at once after the last one: a
   * shell that is interrupted without a pause never comes to say that it is back.
   */
  synchronized void sendPending() {
    if (pending && !command.isDone() && System.nanoTime() - lastSent > MIN_INTERVAL.toNanos()) {
      pending = false;
      try {
        bash.type(new byte[] {INTERRUPT_KEY}, 1);
      } catch (IOException e) {
        // no terminal, no command: its end is on its way
      }
      interruptSent();
    }
  }

  /**
   * Counts one that went to the terminal. A shell that is alone in its terminal and does not come
   * back is lost (somebody took its own words away, or told it to ignore the key): it is ended, and
   * the next command finds a new one.
   */
  synchronized void interruptSent() {
    lastSent = System.nanoTime();
    bash.resume();
    if (count < MAX_REPORT_REQUESTS) {
      bash.requestReport();
    }
    if (count++ == 0) {
      firstSent = System.nanoTime();
    }
    if (count >= STUCK_AFTER
        && System.nanoTime() - firstSent > STUCK_FOR.toNanos()
        && bash.isForeground()) {
      bash.end();
    }
  }
}
