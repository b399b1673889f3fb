package dev.deckhand.trace;

/** The verbs of the Kubernetes API. */
final class ApiVerbs {

  private ApiVerbs() {}

  static boolean isRead(String verb) {
    return verb.equals("get") || verb.equals("list") || verb.equals("watch");
  }
}
