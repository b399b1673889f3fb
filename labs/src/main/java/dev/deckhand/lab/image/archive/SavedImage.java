package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes an image out of what an engine exports, and writes its blobs to an archive.
 *
 * <p>Engines before Docker 25 name files by a scheme of their own, later ones write an OCI layout.
 * Both have a {@code manifest.json} that names the files of the image; it comes last.
 */
final class SavedImage {

  /** Larger files are layers, and are written at once; smaller ones wait for the manifest. */
  private static final long MAX_HELD = 1 << 20;

  private static final long MAX_HELD_IN_ALL = 64 << 20;

  private final ArchiveWriter writer;
  private final EngineImage image;
  private final Map<String, byte[]> held = new HashMap<>();
  private final Map<String, BlobDescriptor> written = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private long heldBytes;

  private SavedImage(ArchiveWriter writer, EngineImage image) {
    this.writer = writer;
    this.image = image;
  }

  /**
   * Writes an image's blobs.
   *
   * @param tar what the engine exports for this image
   * @throws MalformedArchive if that isn't the image as the engine described it
   */
  static ImageManifest write(InputStream tar, EngineImage image, ArchiveWriter writer)
      throws IOException {
    var saved = new SavedImage(writer, image);
    saved.readAll(new TarStream(tar));
    return saved.manifest();
  }

  private void readAll(TarStream tar) throws IOException {
    for (var next = tar.next(); next.isPresent(); next = tar.next()) {
      TarHeader entry = next.get();
      switch (entry.type()) {
        case TarHeader.FILE -> keep(entry, tar);
        case TarHeader.SYMBOLIC_LINK ->
            links.put(entry.name(), resolve(entry.name(), entry.link()));
        case TarHeader.HARD_LINK -> links.put(entry.name(), entry.link());
        default -> {
          // folders
        }
      }
    }
  }

  private void keep(TarHeader entry, TarStream tar) throws IOException {
    if (entry.size() <= MAX_HELD && heldBytes + entry.size() <= MAX_HELD_IN_ALL) {
      held.put(entry.name(), tar.readAllBytes());
      heldBytes += entry.size();
    } else {
      written.put(entry.name(), writeLayer(tar, entry.size()));
    }
  }

  private BlobDescriptor writeLayer(InputStream content, long size) throws IOException {
    byte[] head = content.readNBytes(Compression.BYTES);
    Compression compression = Compression.of(head);
    Digest digest =
        writer.add(new SequenceInputStream(new ByteArrayInputStream(head), content), size);
    return switch (compression) {
      case NONE, GZIP, ZSTD -> BlobDescriptor.layer(digest, size, compression);
      case XZ, BZIP2, ZIP ->
          throw new MalformedArchive("a layer is compressed with " + compression.program());
    };
  }

  private static String resolve(String name, String link) {
    return Path.of(name).resolveSibling(link).normalize().toString();
  }

  private ImageManifest manifest() throws IOException {
    byte[] document = held.get(ArchiveIndex.DOCKER_FILE);
    if (document == null) {
      throw new MalformedArchive("there is no " + ArchiveIndex.DOCKER_FILE);
    }
    // an image for several platforms has an entry for each
    for (JsonNode entry : LayoutJson.parse(ArchiveIndex.DOCKER_FILE, document)) {
      byte[] config = held.get(target(entry.path("Config").asText()));
      if (config != null && ImageConfig.parse(config).layers().equals(image.layers())) {
        return manifest(config, ImageConfig.texts(entry.path("Layers")));
      }
    }
    throw new MalformedArchive("it isn't the image that the engine describes");
  }

  private ImageManifest manifest(byte[] config, List<String> files) throws IOException {
    var layers = new ArrayList<BlobDescriptor>();
    for (String file : files) {
      layers.add(layer(target(file)));
    }
    var manifest =
        new ImageManifest(
            new BlobDescriptor(BlobDescriptor.CONFIG, writer.add(config), config.length),
            layers,
            image.id());
    ImageConfig.parse(config).verify(manifest, image.tag());
    return manifest;
  }

  private BlobDescriptor layer(String file) throws IOException {
    BlobDescriptor known = written.get(file);
    if (known != null) {
      return known;
    }
    byte[] small = held.get(file);
    if (small == null) {
      throw new MalformedArchive("the layer " + MalformedArchive.quote(file) + " is missing");
    }
    BlobDescriptor layer = writeLayer(new ByteArrayInputStream(small), small.length);
    written.put(file, layer);
    return layer;
  }

  private String target(String name) {
    return links.getOrDefault(name, name);
  }
}
