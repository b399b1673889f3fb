package dev.deckhand.lesson;

import java.util.Locale;

/** What a lesson works with. */
public enum LabKind {
  DOCKER,
  KUBERNETES,
  JAVA;

  /** The kind as it is written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
