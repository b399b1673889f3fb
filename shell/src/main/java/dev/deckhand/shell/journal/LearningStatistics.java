package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes statistics from a journal: progress, time and difficulties of each lesson. */
public final class LearningStatistics {

  /** The longest part of a pause that counts as work: reading, thinking, a starting lab. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private LearningStatistics() {}

  /** The statistics of each lesson that was begun, in that order. */
  public static Map<LessonId, LessonStatistics> of(List<JournalEntry> entries) {
    var byLesson = new LinkedHashMap<LessonId, List<JournalEntry>>();
    for (JournalEntry journalEntry : entries) {
      byLesson.computeIfAbsent(journalEntry.lesson(), _ -> new ArrayList<>()).add(journalEntry);
    }
    var stories = new LinkedHashMap<LessonId, LessonStatistics>();
    byLesson.forEach((lesson, own) -> stories.put(lesson, lessonStatistics(lesson, own)));
    return stories;
  }

  private static LessonStatistics lessonStatistics(LessonId lesson, List<JournalEntry> entries) {
    var steps = new TreeMap<Integer, StepStatistics>();
    var lastOf = new HashMap<String, JournalEntry>();
    var at = new HashMap<String, Integer>();
    for (JournalEntry journalEntry :
        StepOrderHistory.of(entries).renumbered(StepOrderHistory.AS_WRITTEN)) {
      int step =
          journalEntry.event().step() > 0
              ? journalEntry.event().step()
              : at.getOrDefault(journalEntry.session(), 1);
      JournalEntry before = lastOf.put(journalEntry.session(), journalEntry);
      if (before != null && !isRestart(before, journalEntry)) {
        add(steps, timeSpent(at.getOrDefault(journalEntry.session(), step), before, journalEntry));
      }
      at.put(journalEntry.session(), step);
      add(steps, countsOf(step, journalEntry.event()));
    }
    return new LessonStatistics(lesson, LessonProgress.of(entries), steps, entries.getLast().at());
  }

  /** Whether a session begins after one was killed: the time in between is unknown. */
  private static boolean isRestart(JournalEntry before, JournalEntry journalEntry) {
    return journalEntry.event() instanceof JournalEvent.StepBegan
        && !(before.event() instanceof JournalEvent.StepPassed);
  }

  private static void add(Map<Integer, StepStatistics> steps, StepStatistics more) {
    steps.merge(more.step(), more, StepStatistics::plus);
  }

  private static StepStatistics timeSpent(
      int step, JournalEntry before, JournalEntry journalEntry) {
    Duration pause = Duration.between(before.at(), journalEntry.at());
    Duration counted =
        pause.isNegative()
            ? Duration.ZERO
            : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return new StepStatistics(step, 0, 0, 0, 0, 0, counted);
  }

  private static StepStatistics countsOf(int step, JournalEvent event) {
    return switch (event) {
      case JournalEvent.ChecksFailed _, JournalEvent.InvariantBroken _ ->
          counts(step, 1, 0, 0, 0, 0);
      case JournalEvent.QuestionAnswered(int _, var _, var _, boolean right) ->
          counts(step, 0, right ? 0 : 1, 0, 0, 0);
      case JournalEvent.QuizAnswered(int _, var _, var _, boolean right) ->
          counts(step, 0, right ? 0 : 1, 0, 0, 0);
      case JournalEvent.HintGiven _ -> counts(step, 0, 0, 1, 0, 0);
      case JournalEvent.SolutionShown _ -> counts(step, 0, 0, 0, 1, 0);
      case JournalEvent.StepPassed(int _, var outcome) ->
          counts(step, 0, 0, 0, outcome == StepOutcome.SKIPPED ? 1 : 0, 0);
      case JournalEvent.StepReset _ -> counts(step, 0, 0, 0, 0, 1);
      case JournalEvent.SeedDrawn _,
          JournalEvent.StepOrderDrawn _,
          JournalEvent.StepBegan _,
          JournalEvent.SessionResumed _,
          JournalEvent.CommandTyped _,
          JournalEvent.CommandFinished _,
          JournalEvent.CheckPassed _,
          JournalEvent.NoteAdded _,
          JournalEvent.SandboxEntered _,
          JournalEvent.SandboxLeft _,
          JournalEvent.LessonFinished _,
          JournalEvent.SessionLeft _ ->
          StepStatistics.empty(step);
    };
  }

  private static StepStatistics counts(
      int step, int fellShort, int wrong, int hints, int solutions, int resets) {
    return new StepStatistics(step, fellShort, wrong, hints, solutions, resets, Duration.ZERO);
  }
}
