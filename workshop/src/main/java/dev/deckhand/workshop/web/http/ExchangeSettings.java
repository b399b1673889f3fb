package dev.deckhand.workshop.web.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;

/**
 * What all exchanges have in common.
 *
 * @param secure whether browsers reach the server by https
 * @param bodyTime how long a request's body may take
 */
public record ExchangeSettings(boolean secure, Duration bodyTime, ContentPolicy policy) {

  /** Sets the headers of every answer. */
  public void putHeaders(HttpFields.Mutable headers, String contentPolicy) {
    headers.put("Content-Security-Policy", contentPolicy);
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    if (policy.frameAncestors().isEmpty()) {
      headers.put("X-Frame-Options", "DENY");
    }
    if (secure) {
      headers.put("Strict-Transport-Security", "max-age=86400");
    }
  }
}
