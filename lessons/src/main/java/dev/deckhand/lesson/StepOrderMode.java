package dev.deckhand.lesson;

import java.util.Locale;

/** In which order a lesson's steps are met. */
public enum StepOrderMode {
  /** As its author wrote them. */
  WRITTEN,
  /** In one that is drawn for each walk. */
  DRAWN;

  /** The ordering as it is written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
