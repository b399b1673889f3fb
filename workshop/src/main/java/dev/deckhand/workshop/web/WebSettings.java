package dev.deckhand.workshop.web;

import dev.deckhand.workshop.web.guard.WebLimits;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How the pages of a workshop are served.
 *
 * @param address where to listen: a name or an address of this machine; {@code 0.0.0.0} or {@code
 *     ::} for all of them
 * @param port 0 for any that is free
 * @param hostNames further names under which browsers reach the server, without ports
 * @param publicAddress what learners type, where that's another address than the server's own: a
 *     proxy's, for example; https makes cookies secure
 * @param trustsProxy whether a proxy before the server adds {@code X-Forwarded-For}, which tells
 *     learners apart
 * @param frameAncestors origins of pages that may show this one in a frame; browsers keep no cookie
 *     there if those are other sites
 * @param joinCode what learners type; shown to the instructor
 */
public record WebSettings(
    String address,
    int port,
    Set<String> hostNames,
    Optional<URI> publicAddress,
    boolean trustsProxy,
    Set<String> frameAncestors,
    String joinCode,
    WebLimits limits) {

  public WebSettings {
    hostNames = Set.copyOf(hostNames);
    frameAncestors = Set.copyOf(frameAncestors);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("a port is 0 to 65535: " + port);
    }
    for (String origin : frameAncestors) {
      if (!origin.matches("https?://[A-Za-z0-9._:\\[\\]-]+")) {
        throw new IllegalArgumentException("not an origin such as https://example.org: " + origin);
      }
    }
  }

  /** Served on one address, to nobody but those who reach it. */
  public static WebSettings on(String address, int port, String joinCode) {
    return new WebSettings(
        address, port, Set.of(), Optional.empty(), false, Set.of(), joinCode, WebLimits.usual());
  }

  /** Whether browsers reach the server by https. */
  public boolean secure() {
    return publicAddress.filter(one -> "https".equals(one.getScheme())).isPresent();
  }
}
