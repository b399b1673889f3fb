package dev.deckhand.shell.loop;

import java.io.IOException;
import java.nio.file.Path;

/** Changes a file at the learner's terminal. */
public interface FileEditor {

  /**
   * Opens a file, or a new one, and returns when the learner is done.
   *
   * @throws IOException if it cannot be read or written
   */
  void edit(Path file) throws IOException;
}
