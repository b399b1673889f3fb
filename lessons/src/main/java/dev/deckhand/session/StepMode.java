package dev.deckhand.session;

/** Where the learner is heading in a step. */
public enum StepMode {
  /** Toward what the step asks for. */
  STEP,
  /** Back to the step's beginning, because the learner asked for it. */
  RESETTING,
  /** Nowhere: things are tried, and nothing counts. */
  SANDBOX,
  /** Back from playing, to where the step stood. */
  LEAVING_SANDBOX
}
