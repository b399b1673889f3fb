package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.pack.PackLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments. {@code -Dkill.rounds=500} says how often, {@code -Dkill.seed}
 * repeats what another run printed. One round in eight has a real engine.
 */
class KillScenarioIT {

  private static final int ROUNDS = Integer.getInteger("kill.rounds", 8);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
  private static final LessonId REAL = LessonId.of("containers/first-container");

  @TempDir private Path folder;

  @Test
  void noAcknowledgedEventIsLost(TestReporter reporter) throws Exception {
    Path courses = AppendLesson.compile(folder.resolve("courses"));
    var program = new PackagedProgram(folder).withCourses(courses);
    var rounds =
        new KillScenario(
            program,
            folder,
            AppendLesson.ID,
            AppendLesson.STEPS,
            AppendLesson::script,
            random(reporter));
    int all = ROUNDS - engineRounds();
    for (int round = 1; round <= all; round++) {
      rounds.kill(round, 5_000);
      if (round % 10 == 0 || round == all) {
        rounds.quit(round);
      }
    }
    reporter.publishEntry("without an engine", all + " rounds: " + rounds.statistics());
  }

  @Test
  @Tag("docker")
  void noContainerIsLeft(TestReporter reporter) throws Exception {
    var program = new PackagedProgram(folder);
    Lesson lesson = PackLibrary.builtIn().lesson(REAL).orElseThrow();
    try (HostEngineInspector engine = HostEngineInspector.orSkip(program.state().ownerLabel())) {
      var rounds =
          new KillScenario(
              program,
              folder,
              REAL,
              lesson.steps().size(),
              (from, round) -> solutions(lesson, from, round),
              random(reporter));
      for (int round = 1; round <= engineRounds(); round++) {
        rounds.kill(round, 12_000);
        assertThat(engine.sessions())
            .as("dead sessions after round %d", round)
            .hasSizeBetween(0, 1);
        if (round % 3 == 0 || round == engineRounds()) {
          rounds.quit(round);
          assertThat(engine.sessions()).as("sessions after round %d", round).isEmpty();
          assertThat(engine.leftovers()).as("what is left after round %d", round).isEmpty();
        }
      }
      reporter.publishEntry("with an engine", engineRounds() + " rounds: " + rounds.statistics());
    }
  }

  private static List<String> solutions(Lesson lesson, int from, int round) {
    var lines = new ArrayList<String>();
    for (Step step : lesson.steps().subList(from - 1, lesson.steps().size())) {
      lines.add("hint");
      lines.add("note note-" + round + "-" + step.number());
      if (step.solution() != null) {
        lines.addAll(step.solution().entries());
      }
      lines.add("next");
    }
    return lines;
  }

  private static int engineRounds() {
    return Math.max(1, ROUNDS / 8);
  }

  private static Random random(TestReporter reporter) {
    reporter.publishEntry("kill.seed", String.valueOf(SEED));
    return new Random(SEED);
  }
}
