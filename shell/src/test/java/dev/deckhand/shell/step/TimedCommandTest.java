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
  void whatEndsInTimeIsLeftAlone() throws InterruptedException {
    CommandRunner runner = endless();
    runner.interrupt();

    assertThat(
            TimedCommand.run(
                    runner, new SessionCommand.Shell("ls"), Console.NONE, Duration.ofMinutes(1))
                .interrupted())
        .isFalse();
  }

  /** Its command goes on until it is interrupted. */
  private static CommandRunner endless() {
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
