package dev.deckhand.lab.probe;

/** What is at a path of a workspace. */
public sealed interface FileContent {

  /** Nothing. */
  record Missing() implements FileContent {}

  /** A folder. */
  record Folder() implements FileContent {}

  /** Something else that isn't read, such as a pipe. */
  record Special() implements FileContent {}

  /** A link that leads out of the workspace; it isn't followed. */
  record Outside() implements FileContent {}

  /** Something that can't be read. */
  record Unreadable() implements FileContent {}

  /** A file; of a long one, the beginning. */
  record Text(String content) implements FileContent {}
}
