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
      JournalEvent event = journalEntry.event();
      if (event instanceof JournalEvent.StepBegan(int step) && (finished || step == 1)) {
        // starting over discards the earlier attempt
        outcomes.clear();
        finished = false;
      } else if (event instanceof JournalEvent.StepPassed(int step, StepOutcome outcome)) {
        outcomes.put(step, outcome);
      } else if (event instanceof JournalEvent.LessonFinished) {
        finished = true;
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
