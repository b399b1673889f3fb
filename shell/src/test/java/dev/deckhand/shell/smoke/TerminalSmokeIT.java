package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Impatient fingers, and terminals that know little of themselves. */
@Tag("docker")
class TerminalSmokeIT {

  private static final String LESSON = "containers/first-container";

  @TempDir private Path folder;
  private PackagedProgram program;
  private HostEngineInspector engine;

  @BeforeEach
  void look() {
    program = new PackagedProgram(folder);
    engine = HostEngineInspector.orSkip(program.state().ownerLabel());
  }

  @AfterEach
  void cleanUp() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void ctrlCEndsTheCommandAloneHoweverOftenItIsPressed() throws Exception {
    try (TerminalProgram shell = program.atTerminal(80, "learn", LESSON)) {
      shell.await("1/5 $ ");
      shell.await("lab ready");
      // sleep is the container's process 1, and ignores the signal: docker gives up at the third
      shell.type("docker run --rm busybox:1.37 sh -c 'echo beg\"\"un; exec sleep 300'");
      shell.await("begun");
      for (int press = 0; press < 20; press++) {
        shell.pressCtrlC();
        shell.screen().awaitOptionally("nobody prints this", Duration.ofMillis(100));
      }
      shell.type("echo st''ill here");
      shell.await("still here");
      shell.await("1/5 $ ");
      shell.type("quit");
      assertThat(shell.exitCode()).isZero();
    }
    assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
  }

  @Test
  void aTerminalWithoutASizeIsTakenForTheUsualOne() throws Exception {
    try (TerminalProgram shell = program.atTerminal(0, 0, "learn", LESSON)) {
      shell.await("1/5 $ ");
      shell.await("lab ready");
      shell.type("stty size");
      shell.await("24 80");
      shell.await("1/5 $ ");
      shell.type("quit");
      assertThat(shell.exitCode()).isZero();
    }
  }
}
