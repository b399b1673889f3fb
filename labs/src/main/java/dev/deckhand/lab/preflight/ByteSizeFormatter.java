package dev.deckhand.lab.preflight;

import java.util.Locale;

/** Formats sizes in decimal units, as disks are sold: 1 GB is 1,000,000,000 bytes. */
final class ByteSizeFormatter {

  static final long GB = 1_000_000_000L;

  private ByteSizeFormatter() {}

  static String format(long bytes) {
    return bytes < GB
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, bytes < 10 * GB ? "%.1f GB" : "%.0f GB", bytes / (double) GB);
  }
}
