package dev.deckhand.workshop.web.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from one of our own pages. A browser says where a request comes from in
 * {@code Origin}, and in {@code Sec-Fetch-Site}; a page can't change either.
 *
 * @param publicOrigin how browsers reach the server if a proxy changes the {@code Host} header,
 *     such as {@code https://workshop.example}
 */
public record OriginRule(Optional<String> publicOrigin) {

  /**
   * Whether a request that changes something, or opens a WebSocket, is accepted. One without an
   * {@code Origin} isn't: every browser sends it then.
   *
   * @param host the {@code Host} header, already checked
   */
  public boolean allows(@Nullable String origin, @Nullable String fetchSite, String host) {
    if (fetchSite != null && !fetchSite.equals("same-origin")) {
      return false;
    }
    if (origin == null) {
      return false;
    }
    if (publicOrigin.isPresent() && publicOrigin.get().equalsIgnoreCase(origin)) {
      return true;
    }
    return authority(origin).filter(withPort(host, origin)::equals).isPresent();
  }

  private static Optional<String> authority(String origin) {
    try {
      var address = new URI(origin);
      boolean plain =
          address.getRawUserInfo() == null
              && address.getRawPath() != null
              && address.getRawPath().isEmpty()
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      String scheme = address.getScheme();
      String authority = address.getRawAuthority();
      if (!plain || authority == null || !("http".equals(scheme) || "https".equals(scheme))) {
        return Optional.empty();
      }
      return Optional.of(withPort(authority, origin));
    } catch (URISyntaxException notAnOrigin) {
      return Optional.empty();
    }
  }

  /** The authority with the port that the scheme of the origin implies. */
  private static String withPort(String authority, String origin) {
    String small = authority.toLowerCase(Locale.ROOT);
    boolean hasPort = small.lastIndexOf(':') > small.lastIndexOf(']');
    return hasPort ? small : small + (origin.startsWith("https:") ? ":443" : ":80");
  }
}
