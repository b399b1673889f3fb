package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A reference to a blob: the OCI calls it a descriptor.
 *
 * @param size of the blob in bytes
 */
record BlobDescriptor(String mediaType, Digest digest, long size) {

  static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

  static BlobDescriptor parse(JsonNode fields) throws MalformedArchive {
    Digest digest =
        Digest.parse(fields.path("digest").asText())
            .orElseThrow(() -> new MalformedArchive("a reference has no valid SHA-256 digest"));
    return new BlobDescriptor(
        fields.path("mediaType").asText(), digest, fields.path("size").asLong(-1));
  }

  /** The description of a layer, whose compression its first bytes tell. */
  static BlobDescriptor layer(Digest digest, long size, Compression compression) {
    String suffix =
        switch (compression) {
          case NONE -> "";
          case GZIP -> "+gzip";
          case ZSTD -> "+zstd";
          case XZ, BZIP2, ZIP ->
              throw new IllegalArgumentException("no layer is compressed with " + compression);
        };
    return new BlobDescriptor(LAYER + suffix, digest, size);
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mediaType", mediaType)
        .put("digest", digest.toString())
        .put("size", size);
  }
}
