package dev.deckhand.lab.image.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/** Free space on disks. */
final class FreeSpace {

  private FreeSpace() {}

  /** Returns how many bytes can be written below a folder; empty if that can't be found out. */
  static OptionalLong free(Path folder) {
    try {
      return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException | SecurityException hidden) {
      return OptionalLong.empty();
    }
  }

  /** Whether a failure means that a disk is full. */
  static boolean isFull(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("no space left on device") || message.contains("disk quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  /** Returns a size as people read it. */
  static String format(long bytes) {
    long mega = 1_000_000;
    return bytes < 1000 * mega
        ? (bytes + mega - 1) / mega + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / (1000.0 * mega));
  }
}
