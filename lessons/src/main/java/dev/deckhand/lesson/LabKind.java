package dev.deckhand.lesson;

import java.util.Locale;

/** The kind of lab that a lesson needs. */
public enum LabKind {
  DOCKER,
  KUBERNETES,
  JAVA;

  /** The kind as written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
