package dev.deckhand.session.journal;

/** What became of a step. */
public enum StepOutcome {
  /** All that it asks for holds, by the learner's own doing. */
  DONE,
  /** Its solution was run for the learner. */
  SKIPPED,
  /** Read only: there was no lab to do it in. */
  READ
}
