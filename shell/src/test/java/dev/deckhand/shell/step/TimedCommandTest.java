package dev.deckhand.shell.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Workspace;
import dev.deckhand.session.input.SessionCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimedCommandTest {

  @Test
  void whatDoesNotEndGetsCtrlC() throws InterruptedException {
    var ran =
        TimedCommand.run(
            endless(),
            new SessionCommand.Shell("tail -f log"),
            Console.NONE,
            Duration.ofMillis(10));

    assertThat(ran.interrupted()).isTrue();
    assertThat(ran.result().exitCode()).isEqualTo(130);
  }

  @Test
  void noCtrlCReachesTheNextCommand() throws InterruptedException {
    var over = new AtomicBoolean();
    CommandRunner slow =
        endless(() -> {
          LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
          over.set(true);
        });

    TimedCommand.run(
        slow, new SessionCommand.Shell("tail -f log"), Console.NONE, Duration.ofMillis(10));

    assertThat(over).isTrue();
  }

  @Test
  void whatEndsInTimeIsLeftAlone() throws InterruptedException {
    CommandRunner runner = endless();
    runner.interrupt();

    assertThat(
            TimedCommand.run(
                    runner, new SessionCommand.Shell("ls"), Console.NONE, Duration.ofMinutes(1))
                .interrupted())
        .isFalse();
  }

  private static CommandRunner endless() {
    return endless(() -> {});
  }

  /**
   * Its command goes on until it is interrupted.
   *
   * @param afterwards what interrupting still does when the command has ended
   */
  private static CommandRunner endless(Runnable afterwards) {
    var stopped = new CountDownLatch(1);
    var workspace =
        new Workspace() {
          @Override
          public CommandResult run(String lines, Console console) throws InterruptedException {
            stopped.await();
            return new CommandResult(130, "", false, Duration.ZERO);
          }

          @Override
          public void interrupt() {
            stopped.countDown();
            afterwards.run();
          }

          @Override
          public Path folder() {
            return Path.of("work");
          }

          @Override
          public void close() {}
        };
    return new CommandRunner(workspace, Optional.empty());
  }
}
