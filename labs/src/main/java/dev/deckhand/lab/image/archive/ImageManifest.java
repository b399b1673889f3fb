package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The manifest of an image: which blobs it consists of.
 *
 * @param engineId the image's id on the engine that exported it
 */
record ImageManifest(BlobDescriptor config, List<BlobDescriptor> layers, String engineId) {

  static final String MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";

  /** With the id, a second run finds out that an image has been written. */
  private static final String ENGINE_ID = "dev.deckhand.engine.id";

  private static final int MAX_LAYERS = 1000;

  ImageManifest {
    layers = List.copyOf(layers);
  }

  static ImageManifest parse(byte[] document) throws MalformedArchive {
    JsonNode fields = LayoutJson.parse("a manifest", document);
    if (!fields.path("mediaType").asText().equals(MEDIA_TYPE)) {
      throw new MalformedArchive("a manifest has another media type");
    }
    if (fields.path("layers").size() > MAX_LAYERS) {
      throw new MalformedArchive("an image has more than " + MAX_LAYERS + " layers");
    }
    var layers = new ArrayList<BlobDescriptor>();
    for (JsonNode layer : fields.path("layers")) {
      layers.add(BlobDescriptor.parse(layer));
    }
    return new ImageManifest(
        BlobDescriptor.parse(fields.path("config")),
        layers,
        fields.path("annotations").path(ENGINE_ID).asText());
  }

  byte[] toBytes() {
    var nodes = JsonNodeFactory.instance;
    var fields = nodes.objectNode().put("schemaVersion", 2).put("mediaType", MEDIA_TYPE);
    fields.set("config", config.toJson());
    var list = fields.putArray("layers");
    layers.forEach(layer -> list.add(layer.toJson()));
    fields.putObject("annotations").put(ENGINE_ID, engineId);
    return LayoutJson.write(fields);
  }

  /** The size of all its blobs but the manifest itself. */
  long bytes() {
    return config.size() + layers.stream().mapToLong(BlobDescriptor::size).sum();
  }
}
