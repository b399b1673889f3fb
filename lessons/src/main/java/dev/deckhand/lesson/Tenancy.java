package dev.deckhand.lesson;

import java.util.Locale;

/** Whether a lesson can share its cluster with others. */
public enum Tenancy {
  /** It can't: it creates objects anywhere in the cluster. */
  OWN,
  /** It can: it stays in its namespace. */
  SHARED;

  /** The tenancy as written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
