package dev.deckhand.session.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordedProgressTest {

  @Test
  void whatWasReachedInTheStepComesBack() {
    assertThat(
            of(
                new JournalEvent.StepBegan(1),
                new JournalEvent.HintGiven(1, 2),
                new JournalEvent.StepPassed(1, StepOutcome.DONE),
                new JournalEvent.StepBegan(2),
                new JournalEvent.HintGiven(2, 1),
                new JournalEvent.QuestionAnswered(2, "q1", "no", false),
                new JournalEvent.QuestionAnswered(2, "q2", "yes", true),
                new JournalEvent.QuizAnswered(2, "z1", Set.of(1), true),
                new JournalEvent.InvariantBroken(2, "2.3"),
                new JournalEvent.CommandTyped(2, "sleep 9")))
        .isEqualTo(new RecordedProgress(Set.of("q2"), Set.of("z1"), Set.of("2.3"), 1, "sleep 9"));
  }

  @Test
  void aCommandThatEndedIsNotUnfinished() {
    assertThat(
            of(
                new JournalEvent.StepBegan(1),
                new JournalEvent.CommandTyped(1, "ls"),
                new JournalEvent.CommandFinished(1, "ls", 0, "")))
        .isEqualTo(RecordedProgress.NONE);
  }

  @Test
  void severalKillsInOneStepForgetNothing() {
    assertThat(
            of(
                new JournalEvent.StepBegan(1),
                new JournalEvent.HintGiven(1, 1),
                new JournalEvent.StepBegan(1),
                new JournalEvent.StepBegan(1),
                new JournalEvent.HintGiven(1, 2),
                new JournalEvent.SessionResumed(1, true),
                new JournalEvent.QuestionAnswered(1, "q", "x", true),
                new JournalEvent.StepBegan(1)))
        .isEqualTo(new RecordedProgress(Set.of("q"), Set.of(), Set.of(), 2, ""));
  }

  @Test
  void aNewLabAndAResetLeaveTheHintsAlone() {
    List<JournalEvent> begun =
        List.of(
            new JournalEvent.StepBegan(1),
            new JournalEvent.HintGiven(1, 1),
            new JournalEvent.QuestionAnswered(1, "q", "x", true),
            new JournalEvent.InvariantBroken(1, "1.1"),
            new JournalEvent.CommandTyped(1, "rm -rf x"));
    var hinted = new RecordedProgress(Set.of(), Set.of(), Set.of(), 1, "");
    assertThat(of(begun, new JournalEvent.StepBegan(1), new JournalEvent.SessionResumed(1, false)))
        .isEqualTo(hinted);
    assertThat(of(begun, new JournalEvent.StepReset(1))).isEqualTo(hinted);
  }

  private static RecordedProgress of(JournalEvent... deeds) {
    return RecordedProgress.of(List.of(deeds));
  }

  private static RecordedProgress of(List<JournalEvent> begun, JournalEvent... more) {
    var all = new java.util.ArrayList<>(begun);
    all.addAll(List.of(more));
    return RecordedProgress.of(all);
  }
}
