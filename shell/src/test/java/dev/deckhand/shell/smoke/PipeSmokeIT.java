package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.pack.PackLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program where no terminal is: scripts, pipes, other programs. */
class PipeSmokeIT {

  private static final String LESSON = "containers/first-container";

  @TempDir private Path folder;
  private PackagedProgram program;

  @BeforeEach
  void prepare() {
    program = new PackagedProgram(folder);
  }

  @Test
  @Tag("docker")
  void aScriptThatDoesNotSolveTheLessonNamesTheOpenCheck() throws Exception {
    try (HostEngineInspector engine = HostEngineInspector.orSkip(program.state().ownerLabel())) {
      PackagedProgram.Outcome outcome = program.piped("docker ps\n", "learn", LESSON);
      assertThat(outcome.exitCode()).as(outcome.all()).isEqualTo(3);
      assertThat(outcome.all())
          .contains("hello has run, and ended without an error", "0 of 5 steps are done");
      assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
    }
  }

  @Test
  @Tag("docker")
  void aScriptThatSolvesTheLessonSucceeds() throws Exception {
    try (HostEngineInspector engine = HostEngineInspector.orSkip(program.state().ownerLabel())) {
      PackagedProgram.Outcome outcome = program.piped(solutions(), "learn", LESSON);
      assertThat(outcome.exitCode()).as(outcome.all()).isZero();
      assertThat(outcome.out()).contains("Step 5 of 5 is done.");
      assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
    }
  }

  private static String solutions() {
    return PackLibrary.builtIn().lesson(LessonId.of(LESSON)).orElseThrow().steps().stream()
        .flatMap(
            step -> step.solution() == null ? Stream.empty() : step.solution().entries().stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void anUnknownLessonIsAnsweredByTheNearestName() throws Exception {
    PackagedProgram.Outcome outcome = program.piped("", "learn", "containers/frist-container");
    assertThat(outcome.exitCode()).as(outcome.all()).isEqualTo(2);
    assertThat(outcome.err()).contains("\"containers/frist-container\"", LESSON);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aStateFolderThatCannotBeWrittenIsNamedWithAWayOut() throws Exception {
    Path state = Files.writeString(folder.resolve("file"), "").resolve("state");
    var homeless = program.withVariables(Map.of("DECKHAND_STATE", state.toString()));

    PackagedProgram.Outcome outcome = homeless.piped("docker ps\n", "learn", LESSON);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.all().replaceAll("\\s+", " "))
        .contains("keeps your progress in " + state + ", which can't be written (Not a directory)")
        .contains("DECKHAND_STATE=FOLDER");
  }

  @Test
  void theListOfLessonsIsJsonForPrograms() throws Exception {
    PackagedProgram.Outcome outcome = program.piped("", "lessons", "--json");
    assertThat(outcome.exitCode()).as(outcome.all()).isZero();
    assertThat(new JsonMapper().readTree(outcome.out()).toString()).contains(LESSON);
  }

  @Test
  void theDoctorsReportIsJsonForPrograms() throws Exception {
    PackagedProgram.Outcome outcome = program.piped("", "doctor", "--json");
    // 4 on a machine that cannot run every lesson: its report is as readable
    assertThat(outcome.exitCode()).as(outcome.all()).isIn(0, 4);
    assertThat(new JsonMapper().readTree(outcome.out()).isContainerNode()).isTrue();
  }
}
