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
 * Which step a session's lab is prepared for. It's kept next to the lab, so that another process
 * can take over both if this one is killed.
 *
 * @param version of the program that wrote it
 * @param workspace where the learner's files are
 * @param startedAt when the session started
 * @param step the last step that the lab was prepared for; 0 for none yet
 * @param ready false while preparing scripts run: if they are cut off, they have to run again
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

  /** The first bookmark of a session: no step is prepared yet. */
  public static Bookmark initial(String version, LessonId lesson, Path workspace, Instant began) {
    return new Bookmark(version, lesson, workspace, began, 0, true, Map.of());
  }

  Bookmark withStep(int next, boolean isReady, Map<Subject, Observation> seen) {
    return new Bookmark(version, lesson, workspace, startedAt, next, isReady, seen);
  }

  /** Whether the lab is at the beginning of a step, and what was observed there is known. */
  public boolean isAtStep(Step next) {
    return ready
        && step == next.number()
        && initialObservations.keySet().equals(StepProgress.subjectsOf(next));
  }

  /** Whether the lab is at the end of the step before. */
  public boolean isBeforeStep(Step next) {
    return ready && step == next.number() - 1;
  }
}
