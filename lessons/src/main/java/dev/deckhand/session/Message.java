package dev.deckhand.session;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Ability;
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.trace.XrayResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened to a session, and when. */
public sealed interface Message {

  Instant at();

  /** The lesson is opened. */
  record LessonOpened(Instant at) implements Message {}

  /** The learner typed a line. */
  record LineTyped(LearnerInput input, Instant at) implements Message {}

  /** The lab is ready. */
  record LabReady(Set<Ability> abilities, Instant at) implements Message {}

  /**
   * A killed session continues; comes before the lab is ready.
   *
   * @param sameLab whether its lab is still there; otherwise a new one is prepared
   * @param interruptedCommand the command that ran when it was killed; empty for none
   */
  record LabRecovered(boolean sameLab, String interruptedCommand, Instant at) implements Message {}

  /** The lab is unavailable, or was lost. */
  record LabUnavailable(String reason, String remedy, Instant at) implements Message {}

  /**
   * The lab is at the beginning of a step.
   *
   * @param replayed the earlier steps that were done again on the way
   */
  record StepPrepared(
      int step, Map<Subject, Observation> before, List<ReplayedStep> replayed, Instant at)
      implements Message {
    public StepPrepared {
      before = Map.copyOf(before);
      replayed = List.copyOf(replayed);
    }
  }

  /** A subject was observed. */
  record SubjectObserved(Subject subject, Observation observation, Instant at) implements Message {}

  /** A command has run. */
  record CommandFinished(
      SessionCommand command, int exitCode, String output, boolean shellEnded, Instant at)
      implements Message {}

  /** A solution has run for the learner. */
  record SolutionFinished(int step, Instant at) implements Message {}

  /** The causes of what was observed. */
  record CausesFound(Map<Subject, List<String>> causes, Instant at) implements Message {}

  /** The cluster's documentation of a kind or a field. */
  record ManualEntryFound(ManualLookupResult answer, Instant at) implements Message {}

  /** The health of the lab's cluster has changed. */
  record ClusterHealthChanged(ClusterHealth health, Instant at) implements Message {}

  /**
   * The images of other lessons are being built in the background.
   *
   * @param step what is being built now: {@code Images 3/6: nginx:1.30}; empty if nothing is
   */
  record BackgroundBuildChanged(String step, Instant at) implements Message {}

  /** The background build has built everything. */
  record BackgroundBuildFinished(Instant at) implements Message {}

  /** The background build has failed. */
  record BackgroundBuildFailed(String problem, String remedy, Instant at) implements Message {}

  /**
   * The instructor of a workshop holds the class, or lets it go.
   *
   * @param step the step that nobody goes beyond; 0 for none
   */
  record ClassHeld(int step, Instant at) implements Message {}

  /**
   * The instructor of a workshop says something.
   *
   * @param hint whether it's a hint, and no message to all
   */
  record Announced(String text, boolean hint, Instant at) implements Message {}

  /**
   * What the last command led to.
   *
   * @param shownBefore how many of its events, from the first, were sent before
   * @param finished whether this is the last message about it
   */
  record XrayCaptured(XrayResult capture, int shownBefore, boolean finished, Instant at)
      implements Message {}

  /** A timer of the session elapsed. */
  record TimerElapsed(Instant at) implements Message {}

  /**
   * The hold time of a check elapsed, and the lab was asked whether it still answers.
   *
   * @param since when the check began to pass
   */
  record HoldElapsed(String check, Instant since, Instant at) implements Message {}

  /** Ctrl-C while no command runs. */
  record Interrupted(Instant at) implements Message {}

  /** The input has ended. */
  record InputEnded(Instant at) implements Message {}
}
