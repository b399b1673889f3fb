package dev.deckhand.lab.preflight;

import dev.deckhand.lab.image.BuildCost;

/** Formats the cost of building images, as part of a sentence. */
public final class CostFormatter {

  private CostFormatter() {}

  /** Formats it: {@code takes about 2 minutes the first time, fetches 80 MB and takes ...}. */
  public static String format(BuildCost cost) {
    return "takes "
        + duration(cost.seconds())
        + " the first time, fetches "
        + ByteSizeFormatter.format(cost.fetched())
        + ", and needs "
        + ByteSizeFormatter.format(cost.disk())
        + " of disk meanwhile";
  }

  private static String duration(int seconds) {
    int minutes = Math.ceilDiv(seconds, 60);
    return minutes <= 1 ? "about a minute" : "about " + minutes + " minutes";
  }
}
