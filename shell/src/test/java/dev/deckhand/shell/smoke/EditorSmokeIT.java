package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fingers on the keyboard: completion, suggestions, paste, pager, editor, and the ways out. */
@Tag("docker")
class EditorSmokeIT {

  private static final String RIGHT = "\033OC";
  private static final String CTRL_X = "\030";

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
  void everyKeyDoesWhatHelpSays() throws Exception {
    try (TerminalProgram shell =
        program.atTerminal(80, 12, "learn", "containers/first-container")) {
      // the step is longer than twelve lines
      shell.await("q: to the prompt");
      shell.resize(90, 14);
      shell.await("Lines 1 to 13 of");
      shell.press("q");
      shell.await("Right accepts the grey suggestion");
      shell.await("1/5 $ docker run --name hello busybox:1.37 echo ahoy");
      shell.press(RIGHT + "\r");
      shell.await("Step 1 of 5 is done.");
      shell.await("1/5 $ ");

      shell.press("docker rm hel\t");
      shell.await("lo");
      shell.pressCtrlC();
      shell.await("1/5 $ ");

      shell.paste(
          "printf 'o%s\\n' ne\rfor i in 3; do\r  printf 't%sree\\n' h\rdone\rnote it's done\r");
      shell.await("note it's done");
      shell.pressEnter();
      shell.await("one");
      shell.await("three");
      shell.await("Noted.");
      shell.await("1/5 $ ");

      shell.press("printf 'a line that is longer than forty columns %s\\n' is");
      shell.resize(40, 14);
      shell.press(" kept\r");
      shell.await("a line that is longer than forty columns is");
      shell.await("a line that is longer than forty columns kept");
      shell.resize(90, 14);
      shell.await("1/5 $ ");

      shell.type("seq 500 | less");
      shell.await(":");
      shell.pressCtrlC();
      // less throws away what is typed before it has begun anew, and does not say when that is
      int presses = 0;
      do {
        shell.press("q");
      } while (!shell.screen().awaitOptionally("1/5 $ ", Duration.ofSeconds(2)) && ++presses < 20);
      shell.pressCtrlC();
      shell.await("1/5 $ ");

      shell.type("unset VISUAL EDITOR");
      shell.await("1/5 $ ");
      shell.type("edit 'my file.txt'");
      shell.await("my file.txt");
      shell.press("anchor aweigh" + CTRL_X);
      shell.await("Save modified buffer");
      shell.press("y");
      shell.press("\r");
      shell.await("1/5 $ ");
      shell.type("cat my*");
      shell.await("anchor aweigh");
      shell.await("1/5 $ ");
      shell.pressCtrlD();
      assertThat(shell.exitCode()).isZero();
    }
    assertThat(
            Files.readString(
                program.state().history(new LessonId("containers", "first-container"))))
        .contains("edit 'my file.txt'");
    assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
  }
}
