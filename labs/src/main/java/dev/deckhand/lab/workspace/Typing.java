package dev.deckhand.lab.workspace;

import dev.deckhand.lab.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Carries what is typed to a running command until it is over. */
final class Typing {

  /** A command this short gets no keys: what is typed meanwhile belongs to the next line. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(40);

  private static final Duration TICK = Duration.ofMillis(25);
  private static final byte[] END_OF_INPUT = {4};

  private final Shell shell;
  private final Console console;
  private final Exchange exchange;
  private final Interrupts interrupts;
  private final byte[] buffer = new byte[1024];
  private long typed;
  private boolean inputOver;
  private Duration untilNextEnd = Duration.ofMillis(200);
  private long nextEnd = Long.MIN_VALUE;
  private int columns;
  private int rows;

  Typing(Shell shell, Console console, Exchange exchange, Interrupts interrupts) {
    this.shell = shell;
    this.console = console;
    this.exchange = exchange;
    this.interrupts = interrupts;
  }

  /**
   * Returns when the command is over, or an answer is no longer wanted because the console is gone.
   */
  Outcome untilOver() throws InterruptedException, IOException {
    resize();
    Optional<Outcome> outcome = exchange.await(FIRST_WAIT);
    while (outcome.isEmpty()) {
      var gone = exchange.consoleGone();
      if (gone.isPresent()) {
        throw gone.get();
      }
      resize();
      if (exchange.begun()) {
        interrupts.deliver();
        carry();
      }
      outcome = exchange.await(inputOver || !shell.device().hasRoom() ? TICK : Duration.ZERO);
    }
    giveBack();
    return outcome.get();
  }

  private void carry() throws IOException {
    if (inputOver) {
      typeEnd();
    } else if (shell.device().hasRoom()) {
      int read = console.read(buffer, TICK);
      if (read < 0) {
        inputOver = true;
        nextEnd = System.nanoTime();
      } else if (read > 0 && !exchange.isOver()) {
        type(buffer, read);
      } else if (read > 0) {
        console.unread(Arrays.copyOf(buffer, read));
      }
    }
  }

  /**
   * Tells the command that there is no more to read: again and again, more and more seldom, since
   * each end is for one reader and a later one may come.
   */
  private void typeEnd() throws IOException {
    if (System.nanoTime() >= nextEnd && shell.device().hasRoom()) {
      type(END_OF_INPUT, 1);
      nextEnd = System.nanoTime() + untilNextEnd.toNanos();
      untilNextEnd =
          untilNextEnd.compareTo(Duration.ofSeconds(4)) > 0
              ? untilNextEnd
              : untilNextEnd.multipliedBy(2);
    }
  }

  private void type(byte[] bytes, int length) throws IOException {
    typed += length;
    shell.type(bytes, length);
    for (int i = 0; i < length; i++) {
      if (bytes[i] == Interrupts.KEY) {
        interrupts.typed();
      }
    }
  }

  /** What no program read would be read by the next one; it belongs to the person who typed it. */
  private void giveBack() {
    if (typed > 0 && shell.isAlive()) {
      var unread = shell.device().takeUnread();
      if (unread.length > 0 && !inputOver) {
        console.unread(unread);
      }
    }
  }

  private void resize() {
    if (columns != console.columns() || rows != console.rows()) {
      columns = console.columns();
      rows = console.rows();
      shell.resize(columns, rows);
    }
  }
}
