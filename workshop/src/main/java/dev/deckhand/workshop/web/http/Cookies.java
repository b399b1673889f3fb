package dev.deckhand.workshop.web.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret words that browsers keep for us. No script reads them, and no other site's page has
 * them sent.
 */
public enum Cookies {
  /** Opens a learner's seat. */
  SEAT("deckhand-seat"),
  /** The learner's return key, so that it can be shown again. */
  RETURN_KEY("deckhand-return"),
  /** Opens the instructor's page. */
  INSTRUCTOR("deckhand-instructor");

  private static final Duration LIFE = Duration.ofDays(7);
  private static final int MAX_CHARS = 512;

  private final String base;

  Cookies(String base) {
    this.base = base;
  }

  /** Its name; browsers take one with this prefix only over https, and for one host alone. */
  String cookieName(boolean secure) {
    return (secure ? "__Host-" : "") + base;
  }

  /** The header that sets it. */
  String set(String word, boolean secure) {
    String value =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(word.getBytes(StandardCharsets.UTF_8));
    return header(value, LIFE.toSeconds(), secure);
  }

  /** The header that takes it away. */
  String clear(boolean secure) {
    return header("", 0, secure);
  }

  /** The word in a cookie's value; empty if that isn't ours. */
  static Optional<String> word(String value) {
    if (value.isEmpty() || value.length() > MAX_CHARS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private String header(String value, long seconds, boolean secure) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(cookieName(secure), value, seconds, secure ? "; Secure" : "");
  }
}
