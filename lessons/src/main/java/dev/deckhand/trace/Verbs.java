package dev.deckhand.trace;

/** The verbs of the API. */
final class Verbs {

  private Verbs() {}

  static boolean reads(String verb) {
    return verb.equals("get") || verb.equals("list") || verb.equals("watch");
  }
}
