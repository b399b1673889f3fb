package dev.deckhand.lab.preflight;

import java.util.Locale;

/** Writes sizes the way that disks are sold: 1 GB is a thousand million bytes. */
final class ByteSizeFormatter {

  static final long GB = 1_000_000_000L;

  private ByteSizeFormatter() {}

  static String format(long bytes) {
    return bytes < GB
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, bytes < 10 * GB ? "%.1f GB" : "%.0f GB", bytes / (double) GB);
  }
}
