package dev.deckhand.session.input;

/** A command that a session runs for the learner. */
public sealed interface SessionCommand {

  /** Whether it's of use in a lab alone. Java and the editor also work without one. */
  default boolean needsLab() {
    return switch (this) {
      case Shell _ -> true;
      case Java _, Edit _ -> false;
    };
  }

  /** A command that runs in the lab. */
  sealed interface LabCommand extends SessionCommand {}

  /** One or more lines for the workspace's shell. */
  record Shell(String text) implements LabCommand {}

  /** Snippets for the lab's Java. */
  record Java(String source) implements LabCommand {}

  /**
   * Opens a file in an editor.
   *
   * @param path relative to the workspace's current folder, or absolute, or beginning with {@code
   *     ~/}
   */
  record Edit(String path) implements SessionCommand {}
}
