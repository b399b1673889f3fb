package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.image.ImagePlatform;
import java.util.List;

/**
 * An image as the engine describes it.
 *
 * @param tag the name that it was asked for by
 * @param layers the digests of its layers without compression
 */
record EngineImage(String tag, String id, ImagePlatform platform, List<String> layers, long bytes) {

  EngineImage {
    layers = List.copyOf(layers);
  }

  /**
   * @param inspected the answer to {@code GET /images/TAG/json}
   */
  static EngineImage of(String tag, JsonNode inspected) {
    return new EngineImage(
        tag,
        inspected.path("Id").asText(),
        ImagePlatform.of(inspected),
        ImageConfig.texts(inspected.path("RootFS").path("Layers")),
        inspected.path("Size").asLong());
  }
}
