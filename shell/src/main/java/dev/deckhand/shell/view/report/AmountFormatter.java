package dev.deckhand.shell.view.report;

import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Formats sizes and durations. */
public final class AmountFormatter {

  private static final List<String> BYTES = List.of("bytes", "kB", "MB", "GB", "TB");
  private static final int THOUSAND = 1000;

  private final RenderContext context;

  public AmountFormatter(RenderContext context) {
    this.context = context;
  }

  /**
   * How much of how much: {@code 12.3 of 48.0 MB}, {@code 2 of 5 images}.
   *
   * @param total 0 if unknown
   */
  public String amount(long done, long total, String unit) {
    if (!unit.equals("bytes")) {
      return formatAmount(Long.toString(done), total == 0 ? "" : Long.toString(total), unit);
    }
    int power = power(Math.max(done, total));
    return formatAmount(
        scaled(done, power), total == 0 ? "" : scaled(total, power), BYTES.get(power));
  }

  /** How long: {@code 4.2 s}, {@code 12 s}, {@code 1 min 20 s}. */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (duration.toMillis() < 9950) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  private String formatAmount(String done, String total, String unit) {
    return total.isEmpty()
        ? context.format(TextKey.AMOUNT_UNKNOWN_TOTAL, done, unit)
        : context.format(TextKey.AMOUNT, done, total, unit);
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
