package dev.deckhand.lesson;

import java.util.Locale;

/** The order in which learners take a lesson's steps. */
public enum StepOrderMode {
  /** The order of the file. */
  WRITTEN,
  /** A random order, drawn anew for each session. */
  DRAWN;

  /** The mode as written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
