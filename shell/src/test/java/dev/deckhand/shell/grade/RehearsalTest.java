package dev.deckhand.shell.grade;

import static dev.deckhand.shell.loop.Harbour.lesson;
import static dev.deckhand.shell.loop.Harbour.script;
import static dev.deckhand.shell.loop.Harbour.step;
import static dev.deckhand.shell.loop.Harbour.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Judge;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.grade.Trial.Rule;
import dev.deckhand.shell.loop.Berth;
import dev.deckhand.shell.loop.FakeLab;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Harbour;
import dev.deckhand.shell.loop.WorkspaceFiles;
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
class RehearsalTest {

  @TempDir Path folder;

  private final FakeLab lab = new FakeLab();
  private final List<Trial> trials = new ArrayList<>();

  @Test
  void aSoundStepShowsAllRules() throws Exception {
    Check kept = wants("1.2", 2, Check.Role.GOAL, Duration.ZERO);
    rehearse(
        step(
            1,
            List.of(wants("1.1", 2), kept),
            script("", "scale 5", "scale 2"),
            List.of(script("at once", "echo x", "scale 2")),
            List.of(script("too many", "scale 9"))));
    assertThat(trials).allMatch(Trial::passed);
    assertThat(trials)
        .extracting(Trial::rule)
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
        step(1, List.of(wants("1.1", 2)), script("", "scale 5", "scale 2"), List.of(), List.of()));
    assertThat(of(Rule.LEFT_OUT))
        .extracting(Trial::what, Trial::warning)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "\"scale 5\"",
                "test.adoc:10: no check notices when \"scale 5\" is left out. Check what it brings"
                    + " about, or take it out of the solution."),
            org.assertj.core.groups.Tuple.tuple("\"scale 2\"", ""));
    assertThat(trials).allMatch(Trial::passed);
  }

  @Test
  void aCheckThatNothingTurnsRedIsAFailure() throws Exception {
    rehearse(
        step(
            1,
            List.of(wants("1.1", 2), Harbour.unbreakable("1.2")),
            script("", "scale 5", "scale 2"),
            List.of(),
            List.of(script("too many", "scale 9"))));
    assertThat(of(Rule.CAN_FAIL))
        .extracting(Trial::problem)
        .containsExactly(
            "test.adoc:1: the check \"check 1.2\" never failed: no wrong and no shortened solution"
                + " turns it red. It may not be able to fail. Add a [source.wrong,shell] that"
                + " breaks it, or take the check out.");
  }

  @Test
  void anInvariantThatAWrongBreaksCanFail() throws Exception {
    Check fatal = wants("1.2", 1, Check.Role.FATAL, Duration.ZERO);
    rehearse(
        step(
            1,
            List.of(fatal, wants("1.1", 3)),
            script("", "scale 3"),
            List.of(),
            List.of(script("there and back", "scale 0", "scale 1"))));
    assertThat(of(Rule.CAN_FAIL)).allMatch(Trial::passed);
    assertThat(of(Rule.WRONG)).allMatch(Trial::passed);
    assertThat(of(Rule.GREEN_AFTER))
        .as("the solution breaks the fatal check too")
        .noneMatch(Trial::passed);
  }

  @Test
  void aWrongThatPassesIsToldWithItsPlace() throws Exception {
    rehearse(
        step(
            1,
            List.of(wants("1.1", 2)),
            script("", "scale 2"),
            List.of(),
            List.of(script("right in truth", "scale 2"))));
    assertThat(of(Rule.WRONG))
        .extracting(Trial::problem)
        .containsExactly("test.adoc:1: every check passes, though this is wrong.");
  }

  @Test
  void withoutMutationNothingIsLeftOut() throws Exception {
    rehearse(new Selection(Set.of(), Set.of(), false), twoCommands(1, 2));
    assertThat(trials).extracting(Trial::rule).doesNotContain(Rule.LEFT_OUT, Rule.CAN_FAIL);
  }

  @Test
  void oneStepAloneIsReachedByWayOfTheOthers() throws Exception {
    rehearse(
        new Selection(Set.of(), Set.of(2), true),
        twoCommands(1, 2),
        twoCommands(2, 3),
        twoCommands(3, 4));
    assertThat(trials).isNotEmpty().allMatch(trial -> trial.step() == 2);
    assertThat(lab.ran()).doesNotContain("scale 4");
  }

  @Test
  void oneRuleAloneIsToldAndWhatFailsOnTheWay() throws Exception {
    rehearse(
        new Selection(Set.of(Rule.WRONG), Set.of(), true),
        step(
            1,
            List.of(wants("1.1", 2)),
            script("", "scale 7"),
            List.of(),
            List.of(script("too many", "scale 9"))));
    assertThat(trials).extracting(Trial::rule).containsExactly(Rule.WRONG, Rule.GREEN_AFTER);
    assertThat(of(Rule.GREEN_AFTER)).noneMatch(Trial::passed);
  }

  @Test
  void aLabThatGoesAwayIsNoTrialThatFailed() {
    var rehearsal = rehearsal(Selection.ALL, this::loseAfterTheFirst, twoCommands(1, 2));
    assertThatThrownBy(() -> rehearsal.run(BootProgress.SILENT)).isInstanceOf(LabFault.class);
    assertThat(trials).extracting(Trial::rule).containsExactly(Rule.RED_BEFORE);
  }

  @Test
  void drawnStepsAreWalkedInBothDirections() throws Exception {
    rehearsal(Selection.ALL, trials::add, Harbour.drawn(lesson(alone(1, 2), alone(2, 3))))
        .run(BootProgress.SILENT);
    assertThat(trials).allMatch(Trial::passed);
    assertThat(of(Rule.OTHER_ORDER))
        .extracting(Trial::step)
        .containsExactly(1, 1, 2, 2, 2, 2, 1, 1);
  }

  @Test
  void aDrawnStepThatNeedsAnothersWorkFails() throws Exception {
    rehearsal(
            new Selection(Set.of(Rule.OTHER_ORDER), Set.of(), true),
            trials::add,
            Harbour.drawn(lesson(begins(), goesOn())))
        .run(BootProgress.SILENT);
    assertThat(of(Rule.OTHER_ORDER))
        .filteredOn(trial -> trial.step() == 2 && trial.what().contains("from last to first"))
        .isNotEmpty()
        .noneMatch(Trial::passed);
  }

  @Test
  void aDrawnStepIsTriedInALabWhereNothingWasDone() throws Exception {
    var resets = new Selection(Set.of(Rule.RESET), Set.of(2), false);
    rehearsal(resets, trials::add, lesson(begins(), goesOn())).run(BootProgress.SILENT);
    assertThat(of(Rule.RESET)).as("a lesson in order").isNotEmpty().allMatch(Trial::passed);
    trials.clear();

    rehearsal(resets, trials::add, Harbour.drawn(lesson(begins(), goesOn())))
        .run(BootProgress.SILENT);
    assertThat(of(Rule.RESET)).as("a drawn one").isNotEmpty().noneMatch(Trial::passed);
  }

  private static Step begins() {
    return step(1, List.of(wants("1.1", 5)), script("", "scale 5"), List.of(), List.of());
  }

  /** Needs what the one before it did. */
  private static Step goesOn() {
    return step(
        2,
        List.of(wants("2.1", 5, Check.Role.KEEP, Duration.ZERO), wants("2.2", 6)),
        script("", "scale 6"),
        List.of(),
        List.of());
  }

  @Test
  void someStepsAloneAreNotTriedInAnotherOrderUnlessOneSaysSo() throws Exception {
    Lesson drawn = Harbour.drawn(lesson(alone(1, 2), alone(2, 3)));
    rehearsal(new Selection(Set.of(), Set.of(2), false), trials::add, drawn)
        .run(BootProgress.SILENT);
    assertThat(of(Rule.OTHER_ORDER)).isEmpty();
    rehearsal(new Selection(Set.of(Rule.OTHER_ORDER), Set.of(2), false), trials::add, drawn)
        .run(BootProgress.SILENT);
    assertThat(of(Rule.OTHER_ORDER)).isNotEmpty();
  }

  private static Step alone(int number, int replicas) {
    return step(
        number,
        List.of(wants(number + ".1", replicas)),
        script("", "scale " + replicas),
        List.of(),
        List.of(script("too many", "scale 9")));
  }

  private void loseAfterTheFirst(Trial trial) {
    trials.add(trial);
    lab.lose();
  }

  private static Step twoCommands(int number, int replicas) {
    return step(
        number,
        List.of(wants(number + ".1", replicas)),
        script("", "echo x > y", "scale " + replicas),
        List.of(),
        List.of());
  }

  private List<Trial> of(Rule rule) {
    return trials.stream().filter(trial -> trial.rule() == rule).toList();
  }

  private void rehearse(Step... steps) throws InterruptedException {
    rehearse(Selection.ALL, steps);
  }

  private void rehearse(Selection selection, Step... steps) throws InterruptedException {
    rehearsal(selection, trials::add, steps).run(BootProgress.SILENT);
  }

  private Rehearsal rehearsal(Selection selection, Consumer<Trial> told, Step... steps) {
    return rehearsal(selection, told, lesson(steps));
  }

  private Rehearsal rehearsal(Selection selection, Consumer<Trial> told, Lesson lesson) {
    var clock = Clock.systemUTC();
    var berth =
        new Berth(
            (_, _, _) -> lab,
            (_, _) -> lab,
            new SessionRoom("testroom", folder, folder.resolve("work")),
            new WorkspaceFiles(folder.resolve("work"), folder.resolve("attic"), clock),
            new FaultLog(folder.resolve("log"), clock));
    return new Rehearsal(
        lesson, berth, new Judge(new Expressions()), selection, told, Duration.ofMillis(150));
  }
}
