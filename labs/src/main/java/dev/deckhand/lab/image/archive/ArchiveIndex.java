package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The index of an archive: {@code index.json} of an OCI image layout.
 *
 * @param version the version of Deckhand that wrote it
 */
record ArchiveIndex(String version, Instant created, List<ArchivedImage> images) {

  static final String FILE = "index.json";
  static final String DOCKER_FILE = "manifest.json";
  static final String LAYOUT_FILE = "oci-layout";
  static final String LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}";

  private static final String MEDIA_TYPE = "application/vnd.oci.image.index.v1+json";
  private static final String CREATED = "org.opencontainers.image.created";
  private static final String VERSION = "dev.deckhand.version";
  private static final int MAX_IMAGES = 1000;

  ArchiveIndex {
    images = List.copyOf(images);
  }

  static ArchiveIndex parse(byte[] document) throws MalformedArchive {
    JsonNode fields = LayoutJson.parse(FILE, document);
    String version = fields.path("annotations").path(VERSION).asText();
    if (!version.matches("[0-9A-Za-z.+-]{1,64}")) {
      throw new MalformedArchive("it's an image layout, but Deckhand didn't export it");
    }
    if (fields.path("manifests").size() > MAX_IMAGES) {
      throw new MalformedArchive("the index has more than " + MAX_IMAGES + " images");
    }
    var images = new ArrayList<ArchivedImage>();
    var names = new HashSet<String>();
    for (JsonNode entry : fields.path("manifests")) {
      ArchivedImage image = ArchivedImage.parse(entry);
      if (!names.add(image.name())) {
        throw new MalformedArchive("the index has two images called " + image.name());
      }
      images.add(image);
    }
    if (images.isEmpty()) {
      throw new MalformedArchive("the index has no images");
    }
    return new ArchiveIndex(version, created(fields), images);
  }

  private static Instant created(JsonNode fields) throws MalformedArchive {
    try {
      return Instant.parse(fields.path("annotations").path(CREATED).asText());
    } catch (DateTimeParseException odd) {
      throw new MalformedArchive("the index has no valid date");
    }
  }

  byte[] toBytes() {
    var fields =
        JsonNodeFactory.instance.objectNode().put("schemaVersion", 2).put("mediaType", MEDIA_TYPE);
    var list = fields.putArray("manifests");
    images.forEach(image -> list.add(image.toJson()));
    fields.putObject("annotations").put(CREATED, created.toString()).put(VERSION, version);
    return LayoutJson.write(fields);
  }
}
