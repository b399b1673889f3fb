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
 * @param outcomes of the steps that are behind the learner, on the walk that is under way or, where
 *     none is, on the last one
 * @param finished whether that walk came to the lesson's end
 * @param begun whether the lesson was ever begun
 */
public record LessonProgress(Map<Integer, StepOutcome> outcomes, boolean finished, boolean begun) {

  public LessonProgress {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /** What follows from a lesson's entries, in their order. */
  public static LessonProgress of(List<JournalEntry> entries) {
    var outcomes = new TreeMap<Integer, StepOutcome>();
    boolean finished = false;
    for (JournalEntry journalEntry : entries) {
      switch (journalEntry.event()) {
        case JournalEvent.StepBegan(int step) -> {
          if (finished || step == 1) {
            // a walk that starts over leaves the old one behind
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
   * The step to go on with, counted from 1: the first that is not behind the learner; 1 where the
   * lesson is finished, or was never begun.
   *
   * @param steps how many the lesson has now: it may have changed since
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

  /** The outcomes to go on with: none where the lesson starts over. */
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
