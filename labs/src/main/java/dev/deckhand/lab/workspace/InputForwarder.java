package dev.deckhand.lab.workspace;

import dev.deckhand.lab.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Forwards what is typed to a running command until it ends. */
final class InputForwarder {

  /**
   * A command that ends within this time gets no input: what is typed meanwhile belongs to the next
   * line.
   */
  private static final Duration FIRST_WAIT = Duration.ofMillis(40);

  private static final Duration TICK = Duration.ofMillis(25);
  private static final byte[] END_OF_INPUT = {4};

  private final BashProcess bashProcess;
  private final Console console;
  private final RunningCommand command;
  private final CommandInterrupter interrupter;
  private final byte[] buffer = new byte[1024];
  private long typedBytes;
  private boolean inputEnded;
  private Duration endOfInputInterval = Duration.ofMillis(200);
  private long nextEndOfInput = Long.MIN_VALUE;
  private int columns;
  private int rows;

  InputForwarder(
      BashProcess bashProcess,
      Console console,
      RunningCommand runningCommand,
      CommandInterrupter commandInterrupter) {
    this.bashProcess = bashProcess;
    this.console = console;
    this.command = runningCommand;
    this.interrupter = commandInterrupter;
  }

  /**
   * Returns when the command has ended.
   *
   * @throws IOException if the console or the terminal is gone
   */
  ShellOutcome forwardUntilDone() throws InterruptedException, IOException {
    resize();
    Optional<ShellOutcome> shellOutcome = command.await(FIRST_WAIT);
    while (shellOutcome.isEmpty()) {
      var gone = command.consoleFailure();
      if (gone.isPresent()) {
        throw gone.get();
      }
      resize();
      if (command.isStarted()) {
        interrupter.sendPending();
        forward();
      }
      shellOutcome = command.await(isReadingConsole() ? Duration.ZERO : TICK);
    }
    returnUnread();
    return shellOutcome.get();
  }

  /** Whether {@link #forward} waits for the console; otherwise only the command is waited for. */
  private boolean isReadingConsole() {
    return command.isStarted() && !inputEnded && bashProcess.host().canAcceptInput();
  }

  private void forward() throws IOException {
    if (inputEnded) {
      typeEndOfInput();
    } else if (bashProcess.host().canAcceptInput()) {
      int read = console.read(buffer, TICK);
      if (read < 0) {
        inputEnded = true;
        nextEndOfInput = System.nanoTime();
      } else if (read > 0 && isInterruptOfShell(read)) {
        // at a bounded rate: a shell that is interrupted without a pause never reports back, and
        // would be taken for stuck
        interrupter.interrupt();
      } else if (read > 0 && !command.isDone()) {
        type(buffer, read);
      } else if (read > 0) {
        console.unread(Arrays.copyOf(buffer, read));
      }
    }
  }

  /** Whether a Ctrl-C was typed, and the shell itself would get it instead of a program. */
  private boolean isInterruptOfShell(int read) {
    for (int i = 0; i < read; i++) {
      if (buffer[i] != CommandInterrupter.INTERRUPT_KEY) {
        return false;
      }
    }
    return !command.isDone() && bashProcess.isForeground();
  }

  /**
   * Sends the end of the input, repeatedly but at growing intervals: each is consumed by one
   * reader, and another reader may follow.
   */
  private void typeEndOfInput() throws IOException {
    if (System.nanoTime() >= nextEndOfInput && bashProcess.host().canAcceptInput()) {
      type(END_OF_INPUT, 1);
      nextEndOfInput = System.nanoTime() + endOfInputInterval.toNanos();
      endOfInputInterval =
          endOfInputInterval.compareTo(Duration.ofSeconds(4)) > 0
              ? endOfInputInterval
              : endOfInputInterval.multipliedBy(2);
    }
  }

  private void type(byte[] bytes, int length) throws IOException {
    typedBytes += length;
    bashProcess.type(bytes, length);
    for (int i = 0; i < length; i++) {
      if (bytes[i] == CommandInterrupter.INTERRUPT_KEY) {
        interrupter.interruptSent();
      }
    }
  }

  /**
   * Returns input that no program read to the console; the next program would read it otherwise.
   */
  private void returnUnread() {
    if (typedBytes > 0 && bashProcess.isAlive()) {
      var unread = bashProcess.host().takeUnread();
      if (unread.length > 0 && !inputEnded) {
        console.unread(unread);
      }
    }
  }

  private void resize() {
    if (columns != console.columns() || rows != console.rows()) {
      columns = console.columns();
      rows = console.rows();
      bashProcess.resize(columns, rows);
    }
  }
}
