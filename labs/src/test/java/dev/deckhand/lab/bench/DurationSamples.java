package dev.deckhand.lab.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations that were measured, in nanoseconds. */
final class DurationSamples {

  private final List<Long> nanos = new ArrayList<>();

  void add(long duration) {
    nanos.add(duration);
  }

  int count() {
    return nanos.size();
  }

  /** A percentile in milliseconds, by nearest rank; a dash where nothing was measured. */
  String percentile(int percent) {
    if (nanos.isEmpty()) {
      return "–";
    }
    var sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return millis(sorted.get(Math.max(rank, 1) - 1));
  }

  private static String millis(long nanos) {
    double millis = nanos / 1e6;
    return String.format(Locale.ROOT, Math.abs(millis) < 100 ? "%.1f" : "%.0f", millis);
  }
}
