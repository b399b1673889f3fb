package dev.deckhand.shell.loop;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.StepProgress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Where a session stands in its lab: kept beside the lab for whoever takes both over, should the
 * process be killed.
 *
 * @param version of the program that wrote it
 * @param workspace where the learner's files are
 * @param startedAt when the session did
 * @param step the last step that the lab was brought to the beginning of; 0 for none yet
 * @param ready false while scripts run that would have to run again from their beginning
 * @param initialObservations what was seen when that step began
 */
public record Bookmark(
    String version,
    LessonId lesson,
    Path workspace,
    Instant startedAt,
    int step,
    boolean ready,
    Map<Subject, Observation> initialObservations) {

  public Bookmark {
    initialObservations = Map.copyOf(initialObservations);
  }

  /** The first one of a session: nothing is prepared yet. */
  public static Bookmark initial(String version, LessonId lesson, Path workspace, Instant began) {
    return new Bookmark(version, lesson, workspace, began, 0, true, Map.of());
  }

  Bookmark withStep(int next, boolean isReady, Map<Subject, Observation> seen) {
    return new Bookmark(version, lesson, workspace, startedAt, next, isReady, seen);
  }

  /** Whether the lab stands at the beginning of that step, and what was seen there is known. */
  public boolean isAtStep(Step next) {
    return ready
        && step == next.number()
        && initialObservations.keySet().equals(StepProgress.subjectsOf(next));
  }

  /** Whether the lab stands where that step can begin. */
  public boolean isBeforeStep(Step next) {
    return ready && step == next.number() - 1;
  }
}
