package dev.deckhand.shell.journal;

import java.io.IOException;
import java.nio.file.Path;

/** The state folder can't be created or written: progress would be lost. */
public final class UnwritableStateException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Path folder;
  private final IOException reason;

  UnwritableStateException(Path folder, IOException reason) {
    super(reason);
    this.folder = folder;
    this.reason = reason;
  }

  /** The state folder. */
  public Path folder() {
    return folder;
  }

  /** What the system says. */
  public IOException reason() {
    return reason;
  }
}
