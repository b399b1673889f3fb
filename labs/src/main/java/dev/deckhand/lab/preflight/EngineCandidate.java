package dev.deckhand.lab.preflight;

import dev.deckhand.lab.docker.EngineAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where an engine may answer.
 *
 * @param source where the address is from, or whose it is: {@code DOCKER_HOST}, {@code Colima}
 * @param uri as found; it may be invalid
 * @param certificates a folder with the client's keys, or null for none
 */
record EngineCandidate(String source, String uri, @Nullable Path certificates) {

  private static final String UNSUPPORTED =
      "labs only use addresses of the kinds unix:///path and tcp://host:port";

  private static final String INVALID_HOST =
      "the host's name isn't valid: only letters, digits, dots and hyphens are allowed, so use"
          + " another name of the host, or its IP address";

  static EngineCandidate socket(String source, Path path) {
    return new EngineCandidate(source, "unix://" + path, null);
  }

  /** The address; empty if labs can't use it. */
  Optional<EngineAddress> address() {
    return problem().isEmpty()
        ? Optional.of(new EngineAddress(URI.create(normalized()), certificates))
        : Optional.empty();
  }

  /** Why labs can't use the address, as part of a sentence; empty if they can. */
  String problem() {
    try {
      var address = URI.create(normalized());
      return switch (String.valueOf(address.getScheme())) {
        case "tcp" -> address.getHost() == null ? INVALID_HOST : "";
        case "unix" -> address.getPath() == null ? UNSUPPORTED : "";
        case "npipe" -> "";
        default -> UNSUPPORTED;
      };
    } catch (IllegalArgumentException malformed) {
      return UNSUPPORTED;
    }
  }

  private String normalized() {
    return uri.replaceFirst("^https?://", "tcp://");
  }
}
