package dev.deckhand.lab.workspace.local;

import dev.deckhand.lab.LabFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Detects that a failure is caused by a full disk. */
final class DiskSpace {

  /** With less space, hardly any file can be written. */
  private static final long MIN_FREE_BYTES = 64 * 1024;

  private static final long MEGABYTE = 1_000_000;

  private DiskSpace() {}

  /**
   * Checks that files can still be written.
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
      // it is unknown how full the disk is
    }
  }

  private static LabFault diskFull(Path folder, long free, long total, @Nullable Exception cause) {
    var problem =
        "The disk that holds %s is full: %d KB of %d MB are free, so the command may not have written everything."
            .formatted(folder, free / 1000, Math.max(1, total / MEGABYTE));
    var remedy =
        "Remove files that you don't need (du -sh "
            + folder
            + "/* shows what is large), and type the command again.";
    return cause == null
        ? new LabFault(LabFault.Kind.NO_SPACE, problem, remedy)
        : new LabFault(LabFault.Kind.NO_SPACE, problem, remedy, cause);
  }
}
