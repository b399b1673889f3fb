package dev.deckhand.shell.cli.machine;

/**
 * A thing that cleaning removes or keeps.
 *
 * @param kind {@code container}, {@code network}, {@code volume}, {@code image}, {@code folder},
 *     {@code file}
 * @param name as the engine or the file system knows it
 * @param why what it is; for a kept thing, the reason
 */
record CleanupItem(String kind, String name, String why) {

  CleanupItem keptBecause(String reason) {
    return new CleanupItem(kind, name, reason);
  }
}
