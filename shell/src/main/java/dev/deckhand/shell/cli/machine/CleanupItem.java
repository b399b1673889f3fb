package dev.deckhand.shell.cli.machine;

/**
 * One thing that cleaning is about.
 *
 * @param kind {@code container}, {@code network}, {@code volume}, {@code image}, {@code folder},
 *     {@code file}
 * @param name as the engine or the file system knows it
 * @param why what it is; for what stays, why it does
 */
record CleanupItem(String kind, String name, String why) {

  CleanupItem keptBecause(String reason) {
    return new CleanupItem(kind, name, reason);
  }
}
