package dev.deckhand.shell.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.lab.Console;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.loop.FakeLab;
import dev.deckhand.shell.loop.LabLessonFixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StepWatchTest {

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofMillis(100);

  private final FakeLab lab = new FakeLab();
  private final Judge judge = new Judge(new CelEvaluator());
  private final CheckObserver checkObserver = new CheckObserver(lab, judge);

  @Test
  void whatHoldsIsSeenAtOnce() throws InterruptedException {
    assertThat(after(List.of(LabLessonFixtures.replicaCheck("1.1", 2)), "scale 2").held()).isTrue();
  }

  @Test
  void aFatalCheckThatBrokeOnTheWayStaysBroken() throws InterruptedException {
    Check fatal = LabLessonFixtures.replicaCheck("1.1", 1, Check.Role.FATAL, Duration.ZERO);
    CheckObserver.CheckReport checkReport = after(List.of(fatal), "scale 0", "scale 1");
    assertThat(checkReport.held()).isFalse();
    assertThat(checkReport.checks()).singleElement().matches(state -> state.broken());
  }

  @Test
  void anInvariantThatWasMendedOnTheWayHolds() throws InterruptedException {
    Check kept = LabLessonFixtures.replicaCheck("1.1", 1, Check.Role.KEEP, Duration.ZERO);
    assertThat(after(List.of(kept), "scale 0", "scale 1").held()).isTrue();
  }

  @Test
  void eachCheckHasItsOwnHoldTime() throws InterruptedException {
    Check longKept =
        LabLessonFixtures.replicaCheck("1.1", 2, Check.Role.GOAL, Duration.ofMillis(300));
    CheckObserver.CheckReport checkReport =
        after(List.of(longKept, LabLessonFixtures.replicaCheck("1.2", 2)), "scale 2");
    assertThat(checkReport.held()).isTrue();
    assertThat(checkReport.took()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void whatDoesNotHoldIsGivenUpOnceNothingMoves() throws InterruptedException {
    CheckObserver.CheckReport checkReport =
        after(List.of(LabLessonFixtures.replicaCheck("1.1", 2)), "scale 3");
    assertThat(checkReport.held()).isFalse();
    assertThat(checkReport.took()).isLessThan(WITHIN);
  }

  @Test
  void aStepWithoutChecksStillSeesWhatItsQuestionsLookAt() throws InterruptedException {
    assertThat(after(List.of()).held()).isTrue();
  }

  private CheckObserver.CheckReport after(List<Check> checks, String... commands)
      throws InterruptedException {
    Script script = LabLessonFixtures.script("", commands);
    Step step = LabLessonFixtures.step(1, checks, script, List.of(), List.of());
    try (StepWatch stepWatch = checkObserver.watch(step, checkObserver.observe(step))) {
      for (String command : commands) {
        lab.run(command, Console.NONE);
      }
      CheckObserver.CheckReport report = stepWatch.await(WITHIN, QUIET);
      assertThat(report.timeline().judge(judge, step))
          .as("what was recorded leads to the same states")
          .isEqualTo(report.checks());
      return report;
    }
  }
}
