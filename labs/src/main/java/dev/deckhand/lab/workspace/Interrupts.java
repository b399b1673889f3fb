package dev.deckhand.lab.workspace;

import java.io.IOException;
import java.time.Duration;

/**
 * Ctrl-C for one command. Held back until the command has begun: before that, the shell still reads
 * it, and would be left with half a line.
 */
final class Interrupts {

  /** The key as the terminal sees it. */
  static final byte KEY = 3;

  /** Who asks so often and so long is stuck. */
  private static final int STUCK_AFTER = 3;

  private static final Duration STUCK_FOR = Duration.ofSeconds(2);

  /**
   * A program may take the key for its own, as editors do: nobody reads the questions meanwhile,
   * and they pile up.
   */
  private static final int ASKED_AT_MOST = 500;

  private static final Duration APART = Duration.ofMillis(100);

  private final Shell shell;
  private final Exchange exchange;
  private boolean wanted;
  private int count;
  private long first;
  private long last = System.nanoTime() - APART.toNanos() - 1;

  Interrupts(Shell shell, Exchange exchange) {
    this.shell = shell;
    this.exchange = exchange;
  }

  /** Interrupts what runs, now or as soon as it has begun. */
  synchronized void interrupt() {
    wanted = true;
    if (exchange.begun()) {
      deliver();
    }
  }

  /**
   * Types the key if it was asked for and could not be typed yet. Not at once after the last one: a
   * shell that is interrupted without a pause never comes to say that it is back.
   */
  synchronized void deliver() {
    if (wanted && !exchange.isOver() && System.nanoTime() - last > APART.toNanos()) {
      wanted = false;
      try {
        shell.type(new byte[] {KEY}, 1);
      } catch (IOException e) {
        // no terminal, no command: its end is on its way
      }
      typed();
    }
  }

  /**
   * Counts one that went to the terminal. A shell that is alone in its terminal and does not come
   * back is lost (somebody took its own words away, or told it to ignore the key): it is ended, and
   * the next command finds a new one.
   */
  synchronized void typed() {
    last = System.nanoTime();
    if (count < ASKED_AT_MOST) {
      shell.askAgain();
    }
    if (count++ == 0) {
      first = System.nanoTime();
    }
    if (count >= STUCK_AFTER
        && System.nanoTime() - first > STUCK_FOR.toNanos()
        && shell.isInFront()) {
      shell.end();
    }
  }
}
