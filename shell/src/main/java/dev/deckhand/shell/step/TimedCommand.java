package dev.deckhand.shell.step;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.session.input.SessionCommand;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An unattended command, which gets Ctrl-C if it takes too long.
 *
 * @param interrupted whether it got Ctrl-C
 */
public record TimedCommand(CommandResult result, boolean interrupted) {

  private static final Duration INTERRUPT_INTERVAL = Duration.ofSeconds(1);

  /**
   * Runs a command.
   *
   * @param patience how long it may take before Ctrl-C; then it gets one each second
   */
  public static TimedCommand run(
      CommandRunner runner, SessionCommand.LabCommand command, Console console, Duration patience)
      throws InterruptedException {
    var over = new CountDownLatch(1);
    var interrupted = new AtomicBoolean();
    Thread interrupter =
        Thread.ofVirtual()
            .name("ctrl-c")
            .start(() -> interruptUntil(over, interrupted, runner, patience));
    try {
      CommandResult result = runner.run(command, console);
      return new TimedCommand(result, interrupted.get());
    } finally {
      over.countDown();
      // one that's under way would otherwise reach the next command
      interrupter.join();
    }
  }

  private static void interruptUntil(
      CountDownLatch over, AtomicBoolean interrupted, CommandRunner runner, Duration patience) {
    try {
      Duration wait = patience;
      while (!over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        interrupted.set(true);
        runner.interrupt();
        wait = INTERRUPT_INTERVAL;
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
