package dev.deckhand.shell.journal;

import dev.deckhand.session.Deed;
import dev.deckhand.session.StepOutcome;
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
public record Progress(Map<Integer, StepOutcome> outcomes, boolean finished, boolean begun) {

  public Progress {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /** What follows from a lesson's entries, in their order. */
  public static Progress of(List<Entry> entries) {
    var outcomes = new TreeMap<Integer, StepOutcome>();
    boolean finished = false;
    for (Entry entry : entries) {
      switch (entry.deed()) {
        case Deed.Began(int step) -> {
          if (finished || step == 1) {
            // a walk that starts over leaves the old one behind
            outcomes.clear();
            finished = false;
          }
        }
        case Deed.Passed(int step, var outcome) -> outcomes.put(step, outcome);
        case Deed.Finished() -> finished = true;
        case Deed.Drew _,
            Deed.Ran _,
            Deed.Remarked _,
            Deed.Answered _,
            Deed.Chose _,
            Deed.TookHint _,
            Deed.SawSolution _,
            Deed.WasReset _,
            Deed.Played _,
            Deed.Resumed _,
            Deed.Typed _,
            Deed.Held _,
            Deed.FellShort _,
            Deed.Broke _,
            Deed.Left _ -> {}
      }
    }
    return new Progress(outcomes, finished, !entries.isEmpty());
  }

  /**
   * The step to go on with, counted from 1: the first that is not behind the learner; 1 where the
   * lesson is finished, or was never begun.
   *
   * @param steps how many the lesson has now: it may have changed since
   */
  public int resumeAt(int steps) {
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
  public Map<Integer, StepOutcome> carried(int steps) {
    int resume = resumeAt(steps);
    var carried = new TreeMap<Integer, StepOutcome>();
    outcomes.forEach((step, outcome) -> {
      if (step < resume) {
        carried.put(step, outcome);
      }
    });
    return carried;
  }
}
