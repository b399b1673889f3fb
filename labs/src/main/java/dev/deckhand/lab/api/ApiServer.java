package dev.deckhand.lab.api;

/** The servers that are called: their names, as learners read them. */
public enum ApiServer {
  ENGINE("The lab's engine"),
  CLUSTER("The cluster");

  private final String displayName;

  ApiServer(String displayName) {
    this.displayName = displayName;
  }

  String displayName() {
    return displayName;
  }
}
