package dev.deckhand.lesson;

/** The order in which learners take a lesson's steps. */
public enum StepOrderMode implements Keyword {
  /** The order of the file. */
  WRITTEN,
  /** A random order, drawn anew for each session. */
  DRAWN
}
