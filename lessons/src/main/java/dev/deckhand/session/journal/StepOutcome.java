package dev.deckhand.session.journal;

/** The outcome of a step. */
public enum StepOutcome {
  /** Everything that it asks for holds, by the learner's own work. */
  DONE,
  /** Its solution was run for the learner. */
  SKIPPED,
  /** It was only read, since there was no lab. */
  READ
}
