package dev.deckhand.shell.trial;

import static dev.deckhand.shell.loop.LabLessonFixtures.lesson;
import static dev.deckhand.shell.loop.LabLessonFixtures.replicaCheck;
import static dev.deckhand.shell.loop.LabLessonFixtures.script;
import static dev.deckhand.shell.loop.LabLessonFixtures.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.loop.FakeLab;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.LabLessonFixtures;
import dev.deckhand.shell.loop.OpenLab;
import dev.deckhand.shell.loop.WorkspaceFiles;
import dev.deckhand.shell.trial.TrialResult.Rule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LessonTrialRunnerTest {

  @TempDir Path folder;

  private final FakeLab lab = new FakeLab();
  private final List<TrialResult> trialResults = new ArrayList<>();

  @Test
  void aSoundStepShowsAllRules() throws Exception {
    Check kept = replicaCheck("1.2", 2, Check.Role.GOAL, Duration.ZERO);
    rehearse(
        step(
            1,
            List.of(replicaCheck("1.1", 2), kept),
            script("", "scale 5", "scale 2"),
            List.of(script("at once", "echo x", "scale 2")),
            List.of(script("too many", "scale 9"))));
    assertThat(trialResults).allMatch(TrialResult::passed);
    assertThat(trialResults)
        .extracting(TrialResult::rule)
        .containsExactly(
            Rule.RED_BEFORE,
            Rule.WRONG,
            Rule.RESET,
            Rule.ALTERNATIVE,
            Rule.RESET,
            Rule.LEFT_OUT,
            Rule.RESET,
            Rule.LEFT_OUT,
            Rule.RESET,
            Rule.GREEN_AFTER,
            Rule.CAN_FAIL);
  }

  @Test
  void aCommandThatNoCheckMissesIsAWarning() throws Exception {
    rehearse(
        step(
            1,
            List.of(replicaCheck("1.1", 2)),
            script("", "scale 5", "scale 2"),
            List.of(),
            List.of()));
    assertThat(of(Rule.LEFT_OUT))
        .extracting(TrialResult::what, TrialResult::warning)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "\"scale 5\"",
                "test.adoc:10: no check notices when \"scale 5\" is left out. Add a check of"
                    + " its effect, or remove it from the solution."),
            org.assertj.core.groups.Tuple.tuple("\"scale 2\"", ""));
    assertThat(trialResults).allMatch(TrialResult::passed);
  }

  @Test
  void aCheckThatNothingTurnsRedIsAFailure() throws Exception {
    rehearse(
        step(
            1,
            List.of(replicaCheck("1.1", 2), LabLessonFixtures.fatalCheck("1.2")),
            script("", "scale 5", "scale 2"),
            List.of(),
            List.of(script("too many", "scale 9"))));
    assertThat(of(Rule.CAN_FAIL))
        .extracting(TrialResult::problem)
        .containsExactly(
            "test.adoc:1: the check \"check 1.2\" never failed: no wrong solution and no shortened"
                + " solution makes it fail. It may be unable to fail. Add a [source.wrong,shell]"
                + " that breaks it, or remove the check.");
  }

  @Test
  void anInvariantThatAWrongBreaksCanFail() throws Exception {
    Check fatal = replicaCheck("1.2", 1, Check.Role.FATAL, Duration.ZERO);
    rehearse(
        step(
            1,
            List.of(fatal, replicaCheck("1.1", 3)),
            script("", "scale 3"),
            List.of(),
            List.of(script("there and back", "scale 0", "scale 1"))));
    assertThat(of(Rule.CAN_FAIL)).allMatch(TrialResult::passed);
    assertThat(of(Rule.WRONG)).allMatch(TrialResult::passed);
    assertThat(of(Rule.GREEN_AFTER))
        .as("the solution breaks the fatal check too")
        .noneMatch(TrialResult::passed);
  }

  @Test
  void aWrongThatPassesIsToldWithItsPlace() throws Exception {
    rehearse(
        step(
            1,
            List.of(replicaCheck("1.1", 2)),
            script("", "scale 2"),
            List.of(),
            List.of(script("right in truth", "scale 2"))));
    assertThat(of(Rule.WRONG))
        .extracting(TrialResult::problem)
        .containsExactly("test.adoc:1: every check passes, but this solution is wrong.");
  }

  @Test
  void withoutMutationNothingIsLeftOut() throws Exception {
    rehearse(new TrialSelection(Set.of(), Set.of(), false), twoCommands(1, 2));
    assertThat(trialResults)
        .extracting(TrialResult::rule)
        .doesNotContain(Rule.LEFT_OUT, Rule.CAN_FAIL);
  }

  @Test
  void oneStepAloneIsReachedByWayOfTheOthers() throws Exception {
    rehearse(
        new TrialSelection(Set.of(), Set.of(2), true),
        twoCommands(1, 2),
        twoCommands(2, 3),
        twoCommands(3, 4));
    assertThat(trialResults).isNotEmpty().allMatch(trialResult -> trialResult.step() == 2);
    assertThat(lab.executedCommands()).doesNotContain("scale 4");
  }

  @Test
  void oneRuleAloneIsToldAndWhatFailsOnTheWay() throws Exception {
    rehearse(
        new TrialSelection(Set.of(Rule.WRONG), Set.of(), true),
        step(
            1,
            List.of(replicaCheck("1.1", 2)),
            script("", "scale 7"),
            List.of(),
            List.of(script("too many", "scale 9"))));
    assertThat(trialResults)
        .extracting(TrialResult::rule)
        .containsExactly(Rule.WRONG, Rule.GREEN_AFTER);
    assertThat(of(Rule.GREEN_AFTER)).noneMatch(TrialResult::passed);
  }

  @Test
  void aLabThatGoesAwayIsNoTrialThatFailed() {
    var lessonTrialRunner =
        rehearsal(TrialSelection.ALL, this::loseAfterTheFirst, twoCommands(1, 2));
    assertThatThrownBy(() -> lessonTrialRunner.run(BootProgress.SILENT))
        .isInstanceOf(LabFault.class);
    assertThat(trialResults).extracting(TrialResult::rule).containsExactly(Rule.RED_BEFORE);
  }

  @Test
  void drawnStepsAreWalkedInBothDirections() throws Exception {
    rehearsal(
            TrialSelection.ALL,
            trialResults::add,
            LabLessonFixtures.withDrawnOrder(lesson(alone(1, 2), alone(2, 3))))
        .run(BootProgress.SILENT);
    assertThat(trialResults).allMatch(TrialResult::passed);
    assertThat(of(Rule.OTHER_ORDER))
        .extracting(TrialResult::step)
        .containsExactly(1, 1, 2, 2, 2, 2, 1, 1);
  }

  @Test
  void aDrawnStepThatNeedsAnothersWorkFails() throws Exception {
    rehearsal(
            new TrialSelection(Set.of(Rule.OTHER_ORDER), Set.of(), true),
            trialResults::add,
            LabLessonFixtures.withDrawnOrder(lesson(begins(), goesOn())))
        .run(BootProgress.SILENT);
    assertThat(of(Rule.OTHER_ORDER))
        .filteredOn(trialResult ->
            trialResult.step() == 2 && trialResult.what().contains("from last to first"))
        .isNotEmpty()
        .noneMatch(TrialResult::passed);
  }

  @Test
  void aDrawnStepIsTriedInALabWhereNothingWasDone() throws Exception {
    var resets = new TrialSelection(Set.of(Rule.RESET), Set.of(2), false);
    rehearsal(resets, trialResults::add, lesson(begins(), goesOn())).run(BootProgress.SILENT);
    assertThat(of(Rule.RESET)).as("a lesson in order").isNotEmpty().allMatch(TrialResult::passed);
    trialResults.clear();

    rehearsal(
            resets, trialResults::add, LabLessonFixtures.withDrawnOrder(lesson(begins(), goesOn())))
        .run(BootProgress.SILENT);
    assertThat(of(Rule.RESET)).as("a drawn one").isNotEmpty().noneMatch(TrialResult::passed);
  }

  private static Step begins() {
    return step(1, List.of(replicaCheck("1.1", 5)), script("", "scale 5"), List.of(), List.of());
  }

  /** Needs what the one before it did. */
  private static Step goesOn() {
    return step(
        2,
        List.of(replicaCheck("2.1", 5, Check.Role.KEEP, Duration.ZERO), replicaCheck("2.2", 6)),
        script("", "scale 6"),
        List.of(),
        List.of());
  }

  @Test
  void someStepsAloneAreNotTriedInAnotherOrderUnlessOneSaysSo() throws Exception {
    Lesson drawn = LabLessonFixtures.withDrawnOrder(lesson(alone(1, 2), alone(2, 3)));
    rehearsal(new TrialSelection(Set.of(), Set.of(2), false), trialResults::add, drawn)
        .run(BootProgress.SILENT);
    assertThat(of(Rule.OTHER_ORDER)).isEmpty();
    rehearsal(
            new TrialSelection(Set.of(Rule.OTHER_ORDER), Set.of(2), false),
            trialResults::add,
            drawn)
        .run(BootProgress.SILENT);
    assertThat(of(Rule.OTHER_ORDER)).isNotEmpty();
  }

  private static Step alone(int number, int replicas) {
    return step(
        number,
        List.of(replicaCheck(number + ".1", replicas)),
        script("", "scale " + replicas),
        List.of(),
        List.of(script("too many", "scale 9")));
  }

  private void loseAfterTheFirst(TrialResult trialResult) {
    trialResults.add(trialResult);
    lab.failLab();
  }

  private static Step twoCommands(int number, int replicas) {
    return step(
        number,
        List.of(replicaCheck(number + ".1", replicas)),
        script("", "echo x > y", "scale " + replicas),
        List.of(),
        List.of());
  }

  private List<TrialResult> of(Rule rule) {
    return trialResults.stream().filter(trialResult -> trialResult.rule() == rule).toList();
  }

  private void rehearse(Step... steps) throws InterruptedException {
    rehearse(TrialSelection.ALL, steps);
  }

  private void rehearse(TrialSelection trialSelection, Step... steps) throws InterruptedException {
    rehearsal(trialSelection, trialResults::add, steps).run(BootProgress.SILENT);
  }

  private LessonTrialRunner rehearsal(
      TrialSelection trialSelection, Consumer<TrialResult> told, Step... steps) {
    return rehearsal(trialSelection, told, lesson(steps));
  }

  private LessonTrialRunner rehearsal(
      TrialSelection trialSelection, Consumer<TrialResult> told, Lesson lesson) {
    var clock = Clock.systemUTC();
    var openLab =
        new OpenLab(
            (_, _, _) -> lab,
            (_, _) -> lab,
            new SessionFolder("testroom", folder, folder.resolve("work")),
            new WorkspaceFiles(folder.resolve("work"), folder.resolve("attic"), clock),
            new FaultLog(folder.resolve("log"), clock));
    return new LessonTrialRunner(
        lesson,
        openLab,
        new Judge(new CelEvaluator()),
        trialSelection,
        told,
        Duration.ofMillis(150));
  }
}
