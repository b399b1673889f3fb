package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearningStatisticsTest {

  private static final LessonId LESSON = LessonId.of("a/b");

  private final List<JournalEntry> entries = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void timeIsCountedPerStepAndLongPausesAreLeftOut() {
    after(0, "s1", new JournalEvent.StepBegan(1));
    after(60, "s1", new JournalEvent.CommandTyped(1, "ls"));
    after(3600, "s1", new JournalEvent.CommandFinished(1, "ls", 0, ""));
    after(30, "s1", new JournalEvent.StepPassed(1, StepOutcome.DONE));
    after(20, "s1", new JournalEvent.StepBegan(2));
    after(10, "s1", new JournalEvent.SessionLeft(2));
    LessonStatistics story = story();
    assertThat(time(story, 1)).isEqualTo(60 + 300 + 30 + 20);
    assertThat(time(story, 2)).isEqualTo(10);
    assertThat(story.time()).isEqualTo(Duration.ofMinutes(7));
    assertThat(story.lastActivity()).isEqualTo(now);
  }

  @Test
  void twoShellsAreTwoClocksAndAKillIsNoWork() {
    after(0, "s1", new JournalEvent.StepBegan(1));
    after(100, "s2", new JournalEvent.StepBegan(1));
    after(10, "s1", new JournalEvent.NoteAdded(1, "x"));
    after(200, "s2", new JournalEvent.StepBegan(1));
    after(1, "s2", new JournalEvent.SessionResumed(1, true));
    assertThat(time(story(), 1)).isEqualTo(110 + 1);
  }

  @Test
  void whatDidNotGoByItselfIsCounted() {
    after(0, "s1", new JournalEvent.StepBegan(1));
    after(0, "s1", new JournalEvent.ChecksFailed(1, List.of("1.1", "1.2")));
    after(0, "s1", new JournalEvent.InvariantBroken(1, "1.3"));
    after(0, "s1", new JournalEvent.QuestionAnswered(1, "q", "no", false));
    after(0, "s1", new JournalEvent.QuestionAnswered(1, "q", "yes", true));
    after(0, "s1", new JournalEvent.QuizAnswered(1, "z", Set.of(1), false));
    after(0, "s1", new JournalEvent.HintGiven(1, 1));
    after(0, "s1", new JournalEvent.SolutionShown(1));
    after(0, "s1", new JournalEvent.StepReset(1));
    after(0, "s1", new JournalEvent.StepPassed(1, StepOutcome.SKIPPED));
    StepStatistics step = Objects.requireNonNull(story().steps().get(1));
    assertThat(step).isEqualTo(new StepStatistics(1, 2, 2, 1, 2, 1, Duration.ZERO));
    assertThat(step.difficulties()).isEqualTo(8);
  }

  @Test
  void whatIsAboutTheWholeLessonCountsForItsLastStep() {
    after(0, "s1", new JournalEvent.StepBegan(3));
    after(5, "s1", new JournalEvent.StepPassed(3, StepOutcome.DONE));
    after(5, "s1", new JournalEvent.LessonFinished());
    after(7, "s1", new JournalEvent.SessionLeft(3));
    assertThat(story().steps()).containsOnlyKeys(3);
    assertThat(time(story(), 3)).isEqualTo(17);
  }

  private void after(int seconds, String session, JournalEvent event) {
    now = now.plusSeconds(seconds);
    entries.add(new JournalEntry(now, session, LESSON, event));
  }

  private LessonStatistics story() {
    return Objects.requireNonNull(LearningStatistics.of(entries).get(LESSON));
  }

  private static long time(LessonStatistics story, int step) {
    return Objects.requireNonNull(story.steps().get(step)).time().toSeconds();
  }
}
