package dev.deckhand.workshop.web.http;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Content-Security-Policy of pages: everything comes from the server itself, and nothing that
 * stands in a page's text is run.
 *
 * @param frameAncestors origins of pages that may show ours in a frame
 */
public record ContentPolicy(Set<String> frameAncestors) {

  /** Of what isn't a page. */
  public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /**
   * Of a whole page in one file that brings its own scripts, such as slides: it's of no origin, so
   * it can't ask the server for anything in our name, and it reaches no host.
   */
  public static final String SANDBOX =
      "sandbox allow-scripts; default-src 'none'; base-uri 'none'; form-action 'none'; script-src"
          + " 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
          + " frame-ancestors 'none'";

  /**
   * Of a page.
   *
   * @param host the {@code Host} header, already checked; not all browsers count WebSockets of the
   *     same host as {@code 'self'}
   */
  public String page(String host) {
    String ancestors =
        frameAncestors.isEmpty()
            ? "'none'"
            : frameAncestors.stream().sorted().collect(Collectors.joining(" "));
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " connect-src 'self' ws://%1$s wss://%1$s; manifest-src 'self'; base-uri 'none';"
            .formatted(host)
        + " form-action 'none'; frame-ancestors "
        + ancestors;
  }
}
