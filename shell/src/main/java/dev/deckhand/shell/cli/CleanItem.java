package dev.deckhand.shell.cli;

/**
 * One thing that cleaning is about.
 *
 * @param kind {@code container}, {@code network}, {@code volume}, {@code image}, {@code folder},
 *     {@code file}
 * @param name as the engine or the file system knows it
 * @param why what it is; for what stays, why it does
 */
record CleanItem(String kind, String name, String why) {

  CleanItem staying(String reason) {
    return new CleanItem(kind, name, reason);
  }
}
