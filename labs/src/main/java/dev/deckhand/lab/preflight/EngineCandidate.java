package dev.deckhand.lab.preflight;

import dev.deckhand.lab.docker.EngineAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where an engine may answer.
 *
 * @param source who says so: {@code DOCKER_HOST}, {@code Colima}
 * @param uri as it was found, which may be anything
 * @param certificates a folder with the client's keys, or null for none
 */
record EngineCandidate(String source, String uri, @Nullable Path certificates) {

  static EngineCandidate socket(String source, Path path) {
    return new EngineCandidate(source, "unix://" + path, null);
  }

  /** The address, where it is one that labs can use. */
  Optional<EngineAddress> address() {
    try {
      var address = URI.create(uri.replaceFirst("^https?://", "tcp://"));
      return switch (String.valueOf(address.getScheme())) {
        case "unix", "npipe", "tcp" -> Optional.of(new EngineAddress(address, certificates));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
