package dev.deckhand.lab.image.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.deckhand.lab.image.ImagePlatform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small images and the archives of them, made by hand. */
final class SampleImages {

  static final ImagePlatform AMD64 = new ImagePlatform("linux", "amd64");
  static final Instant CREATED = Instant.parse("2026-11-29T12:00:00Z");

  private SampleImages() {}

  /** An image with its blobs. */
  record Sample(String name, ImagePlatform platform, String document, List<byte[]> layers) {

    byte[] config() {
      return document.getBytes(UTF_8);
    }

    ImageManifest manifest() {
      return new ImageManifest(
          new BlobDescriptor(BlobDescriptor.CONFIG, Digest.of(config()), config().length),
          layers.stream()
              .map(layer -> BlobDescriptor.layer(Digest.of(layer), layer.length, Compression.NONE))
              .toList(),
          Digest.of(config()).toString());
    }

    ArchivedImage entry() {
      byte[] manifest = manifest().toBytes();
      return new ArchivedImage(
          name,
          new BlobDescriptor(ImageManifest.MEDIA_TYPE, Digest.of(manifest), manifest.length),
          Digest.of(config()),
          platform);
    }

    /** As the engine that has it describes it. */
    EngineImage onEngine() {
      return new EngineImage(
          name,
          Digest.of(config()).toString(),
          platform,
          layers.stream().map(layer -> Digest.of(layer).toString()).toList(),
          layers.stream().mapToLong(layer -> layer.length).sum());
    }
  }

  /** An image whose layers are tars with one file each. */
  static Sample image(String name, ImagePlatform platform, byte[]... layers) {
    var fields =
        JsonNodeFactory.instance
            .objectNode()
            .put("architecture", platform.architecture())
            .put("os", platform.os());
    fields.putObject("config").put("Hostname", name);
    var ids = fields.putObject("rootfs").put("type", "layers").putArray("diff_ids");
    for (byte[] layer : layers) {
      ids.add(Digest.of(layer).toString());
    }
    return new Sample(name, platform, new String(LayoutJson.write(fields), UTF_8), List.of(layers));
  }

  /** A layer with one file of random content. */
  static byte[] layer(String file, int bytes) {
    byte[] content = new byte[bytes];
    new Random(file.hashCode()).nextBytes(content);
    return new Tar().file(file, content).end();
  }

  /** The archive that an export of images would write. */
  static byte[] archive(Sample... images) {
    var index =
        new ArchiveIndex("0.1.0", CREATED, List.of(images).stream().map(Sample::entry).toList());
    return archive(index, images);
  }

  static byte[] archive(ArchiveIndex index, Sample... images) {
    var tar = new Tar().file(ArchiveIndex.LAYOUT_FILE, ArchiveIndex.LAYOUT.getBytes(UTF_8));
    var written = new ArrayList<Digest>();
    for (byte[] blob : blobs(images)) {
      Digest digest = Digest.of(blob);
      if (!written.contains(digest)) {
        written.add(digest);
        tar.file(digest.blob(), blob);
      }
    }
    return tar.file(Digest.of(index.toBytes()).blob(), index.toBytes())
        .file(ArchiveIndex.FILE, index.toBytes())
        .end();
  }

  static List<byte[]> blobs(Sample... images) {
    var blobs = new ArrayList<byte[]>();
    for (Sample image : images) {
      blobs.addAll(image.layers());
      blobs.add(image.config());
      blobs.add(image.manifest().toBytes());
    }
    return blobs;
  }

  /** Writes images with the writer of exports, and returns what it kept of an earlier part. */
  static long write(Path file, Sample... images) throws Exception {
    try (ArchiveWriter writer = ArchiveWriter.open(file)) {
      for (byte[] blob : blobs(images)) {
        writer.add(blob);
      }
      var entries = List.of(images).stream().map(Sample::entry).toList();
      var docker = JsonNodeFactory.instance.arrayNode();
      for (Sample image : images) {
        docker.add(image.entry().dockerManifest(image.manifest()));
      }
      writer.finish(
          new ArchiveIndex("0.1.0", CREATED, entries).toBytes(), LayoutJson.write(docker));
      return writer.reusedBytes();
    }
  }

  /** A tar in memory. */
  static final class Tar {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Tar file(String name, byte[] content) {
      return entry(TarHeader.file(name, content.length), content);
    }

    Tar file(String name, String content) {
      return file(name, content.getBytes(UTF_8));
    }

    Tar link(String name, String target) {
      byte[] block = new TarHeader(name, TarHeader.SYMBOLIC_LINK, 0, "").toBytes();
      byte[] to = target.getBytes(UTF_8);
      System.arraycopy(to, 0, block, 157, to.length);
      return raw(withChecksum(block));
    }

    /** An entry whose header may say anything. */
    Tar entry(TarHeader header, byte[] content) {
      raw(header.toBytes());
      raw(content);
      return raw(new byte[(int) (TarHeader.padded(content.length) - content.length)]);
    }

    Tar raw(byte[] raw) {
      try {
        bytes.write(raw);
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
      return this;
    }

    byte[] end() {
      raw(new byte[2 * TarHeader.BLOCK]);
      return bytes.toByteArray();
    }

    byte[] withoutEnd() {
      return bytes.toByteArray();
    }

    static byte[] withChecksum(byte[] block) {
      java.util.Arrays.fill(block, 148, 156, (byte) ' ');
      int sum = 0;
      for (byte one : block) {
        sum += one & 0xff;
      }
      byte[] digits = String.format("%06o\0 ", sum).getBytes(UTF_8);
      System.arraycopy(digits, 0, block, 148, digits.length);
      return block;
    }
  }
}
