package dev.deckhand.workshop.service;

/** The words that learners type to join a workshop. */
public final class JoinCode {

  private JoinCode() {}

  /** A code of two groups of four, about 40 bits. */
  public static String random() {
    return Secrets.legible(2);
  }
}
