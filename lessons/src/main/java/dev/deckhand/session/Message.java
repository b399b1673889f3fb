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

/** What a session is told; each with the time at which it happened. */
public sealed interface Message {

  Instant at();

  /** The lesson is opened. */
  record LessonOpened(Instant at) implements Message {}

  /** The learner typed a line. */
  record LineTyped(LearnerInput input, Instant at) implements Message {}

  /** The lab is there. */
  record LabReady(Set<Ability> abilities, Instant at) implements Message {}

  /**
   * The shell had died, and this is what became of its lab; comes before the lab is ready.
   *
   * @param sameLab whether it is still there as it was; else a new one is brought to the step
   * @param interruptedCommand the command that ran when the shell died; empty for none
   */
  record LabRecovered(boolean sameLab, String interruptedCommand, Instant at) implements Message {}

  /** The lab cannot be had, or is gone. */
  record LabUnavailable(String reason, String remedy, Instant at) implements Message {}

  /**
   * The lab stands at the beginning of a step, with what was seen there; its checks may be armed.
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

  /** A subject of the step was seen. */
  record SubjectObserved(Subject subject, Observation observation, Instant at) implements Message {}

  /** What the learner typed has run. */
  record CommandFinished(
      SessionCommand command, int exitCode, String output, boolean shellEnded, Instant at)
      implements Message {}

  /** A solution has run for the learner. */
  record SolutionFinished(int step, Instant at) implements Message {}

  /** Why subjects are as they are. */
  record CausesFound(Map<Subject, List<String>> causes, Instant at) implements Message {}

  /** What the cluster says of a kind or a field. */
  record ManualEntryFound(ManualLookupResult answer, Instant at) implements Message {}

  /** How the lab's cluster is now. */
  record ClusterHealthChanged(ClusterHealth health, Instant at) implements Message {}

  /**
   * What the last command led to.
   *
   * @param shownBefore how many of its acts were told before: the first ones
   * @param finished whether nothing more is told of it
   */
  record XrayCaptured(XrayResult capture, int shownBefore, boolean finished, Instant at)
      implements Message {}

  /** Time passed that the session had asked to be told of. */
  record TimerElapsed(Instant at) implements Message {}

  /** Ctrl-C while the learner waits: for the lab, as a rule. */
  record Interrupted(Instant at) implements Message {}

  /** The input has ended, or the learner wants to leave at once. */
  record InputEnded(Instant at) implements Message {}
}
