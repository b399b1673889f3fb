package dev.deckhand.site.text;

import java.time.Duration;

/** Numbers with what they count, in words. */
public final class PluralFormatter {

  private PluralFormatter() {}

  public static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** A time as somebody would say it: {@code 90 seconds}, {@code 2 minutes}. */
  static String of(Duration time) {
    return time.toSeconds() % 60 == 0
        ? of(time.toMinutes(), "minute")
        : of(time.toSeconds(), "second");
  }
}
