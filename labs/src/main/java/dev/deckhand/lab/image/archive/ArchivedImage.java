package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.ImagePlatform;
import java.util.regex.Pattern;

/**
 * An image in the index of an archive.
 *
 * @param name its name on the engine: {@code deckhand/nginx:1.27}
 * @param manifest its manifest
 * @param config the digest of its configuration
 */
record ArchivedImage(String name, BlobDescriptor manifest, Digest config, ImagePlatform platform) {

  /** The name by which containerd, and an engine that keeps its images there, loads it. */
  private static final String CONTAINERD_NAME = "io.containerd.image.name";

  private static final String OCI_NAME = "org.opencontainers.image.ref.name";
  private static final String NAME = "dev.deckhand.image";
  private static final String CONFIG = "dev.deckhand.config.digest";

  /** Names with a tag; it also keeps control characters off the terminal. */
  private static final Pattern VALID_NAME =
      Pattern.compile("[a-z0-9][a-z0-9._:/-]{0,254}:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

  static boolean isValidName(String name) {
    return VALID_NAME.matcher(name).matches();
  }

  static ArchivedImage parse(JsonNode entry) throws MalformedArchive {
    JsonNode annotations = entry.path("annotations");
    String name = annotations.path(NAME).asText();
    if (!isValidName(name)) {
      throw new MalformedArchive("the index has an image without a valid name");
    }
    Digest config =
        Digest.parse(annotations.path(CONFIG).asText())
            .orElseThrow(() -> new MalformedArchive("the index has no digest for " + name));
    return new ArchivedImage(
        name, BlobDescriptor.parse(entry), config, ImagePlatform.of(entry.path("platform")));
  }

  ObjectNode toJson() {
    ObjectNode entry = manifest.toJson();
    entry
        .putObject("platform")
        .put("architecture", platform.architecture())
        .put("os", platform.os());
    entry
        .putObject("annotations")
        .put(CONTAINERD_NAME, ImageName.of(name).full())
        .put(OCI_NAME, name)
        .put(NAME, name)
        .put(CONFIG, config.toString());
    return entry;
  }

  /** Its entry in {@code manifest.json}, which engines before Docker 25 load it by. */
  ObjectNode dockerManifest(ImageManifest blobs) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("Config", blobs.config().digest().blob());
    entry.putArray("RepoTags").add(name);
    var layers = entry.putArray("Layers");
    blobs.layers().forEach(layer -> layers.add(layer.digest().blob()));
    return entry;
  }
}
