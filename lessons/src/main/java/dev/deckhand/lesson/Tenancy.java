package dev.deckhand.lesson;

import java.util.Locale;

/** Whether a lesson's cluster has to be its own. */
public enum Tenancy {
  /** It is: what the lesson makes may be anywhere in it. */
  OWN,
  /** It need not be: the lesson keeps to its namespace. */
  SHARED;

  /** The tenancy as it is written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
