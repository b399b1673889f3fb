package dev.deckhand.lesson;

/** The kind of lab that a lesson needs. */
public enum LabKind implements Keyword {
  DOCKER,
  KUBERNETES,
  JAVA
}
