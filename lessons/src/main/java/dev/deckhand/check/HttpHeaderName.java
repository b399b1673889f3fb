package dev.deckhand.check;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of HTTP headers, which are case-insensitive, in one spelling. */
public final class HttpHeaderName {

  private HttpHeaderName() {}

  /** Returns the name with a capital after each dash: {@code Content-Type}. */
  public static String canonical(String written) {
    return Stream.of(written.split("-", -1))
        .map(word ->
            word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                    + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }
}
