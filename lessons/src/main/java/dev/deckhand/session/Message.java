package dev.deckhand.session;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Ability;
import dev.deckhand.manual.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a session is told; each with the time at which it happened. */
public sealed interface Message {

  Instant at();

  /** The lesson is opened. */
  record Opened(Instant at) implements Message {}

  /** The learner typed a line. */
  record Typed(String line, Instant at) implements Message {}

  /** The lab is there. */
  record LabReady(Set<Ability> abilities, Instant at) implements Message {}

  /** The lab cannot be had, or is gone. */
  record LabGone(String why, String next, Instant at) implements Message {}

  /**
   * The lab stands at the beginning of a step, with what was seen there; its checks may be armed.
   *
   * @param replayed the earlier steps that were done again on the way
   */
  record Prepared(int step, Map<Subject, Observation> before, List<Replayed> replayed, Instant at)
      implements Message {
    public Prepared {
      before = Map.copyOf(before);
      replayed = List.copyOf(replayed);
    }
  }

  /** A subject of the step was seen. */
  record Sighted(Subject subject, Observation observation, Instant at) implements Message {}

  /** What the learner typed has run. */
  record Ran(String command, int exitCode, String output, boolean shellEnded, Instant at)
      implements Message {}

  /** A solution has run for the learner. */
  record Skipped(int step, Instant at) implements Message {}

  /** Why subjects are as they are. */
  record Explained(Map<Subject, List<String>> causes, Instant at) implements Message {}

  /** What the cluster says of a kind or a field. */
  record LookedUp(Answer answer, Instant at) implements Message {}

  /** How the lab's cluster is now. */
  record Felt(Health health, Instant at) implements Message {}

  /** Time passed that the session had asked to be told of. */
  record Woke(Instant at) implements Message {}

  /** Ctrl-C while the learner waits: for the lab, as a rule. */
  record Interrupted(Instant at) implements Message {}

  /** The input has ended, or the learner wants to leave at once. */
  record InputEnded(Instant at) implements Message {}
}
