package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner's evening: in, a step, a break, and back again. */
@Tag("docker")
class LessonSmokeIT {

  private static final String SOLUTION = "docker run --name hello busybox:1.37 echo ahoy";

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
  void aLessonGoesOnWhereItWasLeft() throws Exception {
    try (TerminalProgram first = program.atTerminal(80, "learn", "containers/first-container")) {
      first.await("It runs, and it is over");
      first.await("1/5 $ ");
      first.type(SOLUTION);
      first.await("Step 1 of 5 is done.");
      first.await("Looking back");
      first.await("1/5 $ ");
      first.pressEnter();
      first.await("Step 2 of 5");
      first.await("2/5 $ ");

      first.type("printf 'on%s\\n' ward; sleep 600");
      first.await("onward");
      first.pressCtrlC();
      first.await("2/5 $ ");

      first.type("x=5");
      first.await("2/5 $ ");
      first.type("echo \"x is $x\"");
      first.await("x is 5");
      first.await("2/5 $ ");

      first.type("note remember this");
      first.await("Noted.");
      first.await("2/5 $ ");
      first.type("quit");
      first.await("Your progress is saved.");
      assertThat(first.exitCode()).isZero();
    }
    assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
    assertThat(notes()).contains("remember this");

    try (TerminalProgram again = program.atTerminal(80, "learn", "containers/first-container")) {
      again.await("Welcome back.");
      again.await("Step 2 of 5");
      again.await("2/5 $ ");
      again.type("docker ps --all --format '{{.Names}} is still here'");
      again.await("hello is still here");
      assertThat(again.screen().text()).doesNotContain("It runs, and it is over");
      again.await("2/5 $ ");
      again.pressCtrlD();
      assertThat(again.exitCode()).isZero();
    }
    assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
  }

  private String notes() throws Exception {
    return Files.readString(
        program.state().root().resolve("notes/containers/first-container/notes.adoc"));
  }

  @Test
  void ctrlCTakesBackACommandThatWaitsForTheLab() throws Exception {
    try (TerminalProgram boot = program.atTerminal(80, "learn", "containers/first-container")) {
      boot.await("1/5 $ ");
      boot.type("touch taken-back");
      boot.await("The lab isn't ready for this step yet.");
      boot.pressCtrlC();
      boot.await("Not run: touch taken-back");
      boot.await("1/5 $ ");
      boot.type("test -e taken-back || printf 'goes %s\\n' on");
      boot.await("goes on");
      boot.await("1/5 $ ");
      boot.type("quit");
      assertThat(boot.exitCode()).isZero();
    }
  }

  @Test
  void fortyColumnsAreEnough() throws Exception {
    try (TerminalProgram narrow = program.atTerminal(40, "learn", "containers/first-container")) {
      String page = narrow.await("1/5 $ ");
      assertThat(page).contains("It runs, and it is over", "ahoy");
      assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
      // the lab still starts: leaving must take it along
      narrow.type("quit");
      assertThat(narrow.exitCode()).isZero();
    }
    assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
  }
}
