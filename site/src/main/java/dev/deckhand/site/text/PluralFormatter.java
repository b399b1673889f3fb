package dev.deckhand.site.text;

import java.time.Duration;

/** Formats numbers with what they count. */
public final class PluralFormatter {

  private PluralFormatter() {}

  public static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Returns a duration in words: {@code 90 seconds}, {@code 2 minutes}. */
  static String of(Duration time) {
    return time.toSeconds() % 60 == 0
        ? of(time.toMinutes(), "minute")
        : of(time.toSeconds(), "second");
  }
}
