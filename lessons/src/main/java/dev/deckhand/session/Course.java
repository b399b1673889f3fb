package dev.deckhand.session;

/** Where the learner is heading in a step. */
public enum Course {
  /** Toward what the step asks for. */
  STEP,
  /** Back to the step's beginning, because the learner asked for it. */
  RESETTING,
  /** Nowhere: things are tried, and nothing counts. */
  PLAYING,
  /** Back from playing, to where the step stood. */
  RETURNING
}
