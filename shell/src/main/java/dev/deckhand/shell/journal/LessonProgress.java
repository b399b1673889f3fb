package dev.deckhand.shell.journal;

import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a learner came in a lesson.
 *
 * @param outcomes of the steps that the learner is past, in the current or else the latest attempt
 * @param finished whether that attempt reached the end of the lesson
 * @param begun whether the lesson was ever begun
 */
public record LessonProgress(Map<Integer, StepOutcome> outcomes, boolean finished, boolean begun) {

  public LessonProgress {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /** The progress recorded in a lesson's entries, in their order. */
  public static LessonProgress of(List<JournalEntry> entries) {
    var outcomes = new TreeMap<Integer, StepOutcome>();
    boolean finished = false;
    for (JournalEntry journalEntry : entries) {
      switch (journalEntry.event()) {
        case JournalEvent.StepBegan(int step) -> {
          if (finished || step == 1) {
            // starting over discards the earlier attempt
            outcomes.clear();
            finished = false;
          }
        }
        case JournalEvent.StepPassed(int step, var outcome) -> outcomes.put(step, outcome);
        case JournalEvent.LessonFinished() -> finished = true;
        case JournalEvent.StepOrderDrawn _,
            JournalEvent.CommandFinished _,
            JournalEvent.NoteAdded _,
            JournalEvent.QuestionAnswered _,
            JournalEvent.QuizAnswered _,
            JournalEvent.HintGiven _,
            JournalEvent.SolutionShown _,
            JournalEvent.StepReset _,
            JournalEvent.SandboxEntered _,
            JournalEvent.SessionResumed _,
            JournalEvent.CommandTyped _,
            JournalEvent.CheckPassed _,
            JournalEvent.ChecksFailed _,
            JournalEvent.InvariantBroken _,
            JournalEvent.SessionLeft _ -> {}
      }
    }
    return new LessonProgress(outcomes, finished, !entries.isEmpty());
  }

  /**
   * The step to resume at, counted from 1: the first without an outcome; 1 if the lesson is
   * finished or was never begun.
   *
   * @param steps how many the lesson has now
   */
  public int resumeStep(int steps) {
    if (finished) {
      return 1;
    }
    int step = 1;
    while (step < steps && outcomes.containsKey(step)) {
      step++;
    }
    return step;
  }

  /** The outcomes to resume with; none if the lesson starts over. */
  public Map<Integer, StepOutcome> resumedOutcomes(int steps) {
    int resume = resumeStep(steps);
    var carried = new TreeMap<Integer, StepOutcome>();
    outcomes.forEach((step, outcome) -> {
      if (step < resume) {
        carried.put(step, outcome);
      }
    });
    return carried;
  }
}
