package dev.deckhand.shell.view;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Sizes and durations, short. */
final class Amounts {

  private static final List<String> BYTES = List.of("bytes", "kB", "MB", "GB", "TB");
  private static final int THOUSAND = 1000;

  private final Look look;

  Amounts(Look look) {
    this.look = look;
  }

  /**
   * How much of how much: {@code 12.3 of 48.0 MB}, {@code 2 of 5 images}.
   *
   * @param total 0 where nobody knows
   */
  String amount(long done, long total, String unit) {
    if (!unit.equals("bytes")) {
      return said(Long.toString(done), total == 0 ? "" : Long.toString(total), unit);
    }
    int power = power(Math.max(done, total));
    return said(scaled(done, power), total == 0 ? "" : scaled(total, power), BYTES.get(power));
  }

  /** How long: {@code 4.2 s}, {@code 12 s}, {@code 1 min 20 s}. */
  static String took(Duration duration) {
    long seconds = duration.toSeconds();
    if (duration.toMillis() < 9950) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  private String said(String done, String total, String unit) {
    return total.isEmpty()
        ? look.say(Phrase.AMOUNT_UNKNOWN_TOTAL, done, unit)
        : look.say(Phrase.AMOUNT, done, total, unit);
  }

  private static int power(long bytes) {
    int power = 0;
    for (long left = bytes; left >= THOUSAND && power < BYTES.size() - 1; left /= THOUSAND) {
      power++;
    }
    return power;
  }

  private static String scaled(long bytes, int power) {
    return power == 0
        ? Long.toString(bytes)
        : String.format(Locale.ROOT, "%.1f", bytes / Math.pow(THOUSAND, power));
  }
}
