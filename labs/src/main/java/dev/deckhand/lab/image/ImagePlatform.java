package dev.deckhand.lab.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.docker.EngineApi;

/**
 * The operating system and the processor that an image is for, in the words of the OCI.
 *
 * @param os {@code linux}
 * @param architecture {@code amd64}, {@code arm64}
 */
public record ImagePlatform(String os, String architecture) {

  /** The platform of an image's configuration, or of an engine's description of an image. */
  public static ImagePlatform of(JsonNode image) {
    return new ImagePlatform(
        either(image, "os", "Os"), either(image, "architecture", "Architecture"));
  }

  /** The platform of an engine; unknown if it doesn't tell. */
  public static ImagePlatform ofEngine(EngineApi api) {
    return api.find("/version")
        .map(version ->
            new ImagePlatform(version.path("Os").asText(), version.path("Arch").asText()))
        .orElse(new ImagePlatform("", ""));
  }

  private static String either(JsonNode fields, String name, String capitalized) {
    return fields.path(name).asText(fields.path(capitalized).asText());
  }

  /**
   * Whether an engine of this platform runs an image; unknown platforms get the benefit of the
   * doubt.
   */
  public boolean runs(ImagePlatform image) {
    return isUnknown() || image.isUnknown() || equals(image);
  }

  private boolean isUnknown() {
    return os.isEmpty() || architecture.isEmpty();
  }

  @Override
  public String toString() {
    return os + "/" + architecture;
  }
}
