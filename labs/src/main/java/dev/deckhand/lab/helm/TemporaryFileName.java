package dev.deckhand.lab.helm;

/** Names of temporary files: {@code deckhand clean} reads from them whose process is gone. */
final class TemporaryFileName {

  private TemporaryFileName() {}

  /** Returns a prefix for {@link java.nio.file.Files#createTempFile}. */
  static String prefix(String kind) {
    return "deckhand-" + kind + "-" + ProcessHandle.current().pid() + "-";
  }
}
