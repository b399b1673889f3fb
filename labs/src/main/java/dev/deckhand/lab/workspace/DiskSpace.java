package dev.deckhand.lab.workspace;

import dev.deckhand.lab.LabFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells when it is the disk's fault. */
final class DiskSpace {

  /** Less than this, and hardly a file can be written. */
  private static final long MIN_FREE_BYTES = 64 * 1024;

  private static final long MEGABYTE = 1_000_000;

  private DiskSpace() {}

  /**
   * Looks whether anything can still be written.
   *
   * @throws LabFault if the disk that holds the folder is full
   */
  static void requireSpace(Path folder, @Nullable Exception cause) {
    try {
      var store = Files.getFileStore(folder);
      long free = store.getUsableSpace();
      if (free < MIN_FREE_BYTES && store.getTotalSpace() > 0) {
        throw diskFull(folder, free, store.getTotalSpace(), cause);
      }
    } catch (IOException e) {
      // nobody can say how full it is: then nobody says that it is full
    }
  }

  private static LabFault diskFull(Path folder, long free, long total, @Nullable Exception cause) {
    var what =
        "The disk that holds %s is full: %d KB of %d MB are free, so the command could not write all that it had to."
            .formatted(folder, free / 1000, Math.max(1, total / MEGABYTE));
    var next =
        "Remove what you do not need there (du -sh "
            + folder
            + "/* shows what is large), and type the command again.";
    return cause == null
        ? new LabFault(LabFault.Kind.NO_SPACE, what, next)
        : new LabFault(LabFault.Kind.NO_SPACE, what, next, cause);
  }
}
