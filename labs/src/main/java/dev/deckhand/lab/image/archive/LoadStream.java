package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One image of an archive as a tar that any engine loads.
 *
 * <p>Each blob's digest is computed again as it's sent: the file may have changed since it was
 * checked. The stream then fails, and an engine that doesn't get a whole tar loads nothing.
 */
final class LoadStream {

  private LoadStream() {}

  static InputStream of(ImageArchive archive, ArchivedImage image) {
    ImageManifest manifest = archive.manifest(image);
    Map<Digest, Long> blobs = new LinkedHashMap<>();
    blobs.put(image.manifest().digest(), image.manifest().size());
    blobs.put(manifest.config().digest(), manifest.config().size());
    manifest.layers().forEach(layer -> blobs.put(layer.digest(), layer.size()));
    var parts = new ArrayList<InputStream>();
    addDocument(
        parts, ArchiveIndex.LAYOUT_FILE, ArchiveIndex.LAYOUT.getBytes(StandardCharsets.UTF_8));
    blobs.forEach((digest, size) -> {
      add(parts, digest.blob(), size, new VerifiedStream(archive.open(digest), digest));
    });
    var index =
        new ArchiveIndex(archive.index().version(), archive.index().created(), List.of(image));
    addDocument(parts, ArchiveIndex.FILE, index.toBytes());
    var entries = JsonNodeFactory.instance.arrayNode().add(image.dockerManifest(manifest));
    addDocument(parts, ArchiveIndex.DOCKER_FILE, LayoutJson.write(entries));
    parts.add(new ByteArrayInputStream(new byte[2 * TarHeader.BLOCK]));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static void addDocument(List<InputStream> parts, String name, byte[] content) {
    add(parts, name, content.length, new ByteArrayInputStream(content));
  }

  private static void add(List<InputStream> parts, String name, long size, InputStream content) {
    parts.add(new ByteArrayInputStream(TarHeader.file(name, size).toBytes()));
    parts.add(content);
    parts.add(new ByteArrayInputStream(new byte[(int) (TarHeader.padded(size) - size)]));
  }

  /** The file isn't what it was when it was checked. */
  static final class Changed extends IOException {

    private static final long serialVersionUID = 1L;

    Changed(Digest digest) {
      super("the content of " + digest.brief() + " changed while it was read");
    }
  }

  /** Fails at its end if the content doesn't have the digest that it should. */
  private static final class VerifiedStream extends DigestInputStream {

    private final Digest expected;
    private boolean verified;

    VerifiedStream(InputStream in, Digest expected) {
      super(in, Digest.algorithm());
      this.expected = expected;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      verifyAtEnd(one);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      verifyAtEnd(read);
      return read;
    }

    private void verifyAtEnd(int read) throws Changed {
      if (read < 0 && !verified) {
        verified = true;
        if (!Digest.result(getMessageDigest()).equals(expected)) {
          throw new Changed(expected);
        }
      }
    }
  }
}
