package dev.deckhand.lesson;

/** Whether a lesson can share its cluster with others. */
public enum Tenancy implements Keyword {
  /** It can't: it creates objects anywhere in the cluster. */
  OWN,
  /** It can: it stays in its namespace. */
  SHARED
}
