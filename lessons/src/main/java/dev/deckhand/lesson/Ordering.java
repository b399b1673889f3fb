package dev.deckhand.lesson;

import java.util.Locale;

/** In which order a lesson's steps are met. */
public enum Ordering {
  /** As its author wrote them. */
  WRITTEN,
  /** In one that is drawn for each walk. */
  DRAWN;

  /** The ordering as it is written in a lesson's header. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
