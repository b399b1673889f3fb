package dev.deckhand.lab.image.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Goes through the headers of an archive; accepts only what an export writes. */
final class EntryScanner {

  private final FileChannel file;
  private final long length;
  private long at;

  EntryScanner(FileChannel file) throws IOException {
    this.file = file;
    this.length = file.size();
  }

  /** An entry and its place. */
  record Entry(String name, BlobSpan span) {}

  /** Where the next header begins. */
  long position() {
    return at;
  }

  /** Returns the next entry; empty at the mark that ends the archive. */
  Optional<Entry> next() throws IOException {
    if (at + TarHeader.BLOCK > length) {
      throw new CutShort(length, 0);
    }
    byte[] block = ChannelReader.read(file, new BlobSpan(at, TarHeader.BLOCK));
    if (TarHeader.isEnd(block)) {
      return Optional.empty();
    }
    TarHeader header = TarHeader.parse(block);
    boolean known =
        Digest.ofBlob(header.name()).isPresent()
            || header.name().equals(ArchiveIndex.FILE)
            || header.name().equals(ArchiveIndex.DOCKER_FILE)
            || header.name().equals(ArchiveIndex.LAYOUT_FILE);
    if (!known || header.type() != TarHeader.FILE) {
      throw new MalformedArchive(
          "it has an entry that no export writes: " + MalformedArchive.quote(header.name()));
    }
    var span = new BlobSpan(at + TarHeader.BLOCK, header.size());
    if (header.paddedSize() > length - span.offset()) {
      throw new CutShort(length, header.size());
    }
    at = span.end();
    return Optional.of(new Entry(header.name(), span));
  }

  /** The file ends before the archive does. */
  static final class CutShort extends IOException {

    private static final long serialVersionUID = 1L;

    private final long length;

    CutShort(long length, long wanted) {
      super(
          "it ends in the middle, after "
              + length
              + " bytes"
              + (wanted == 0 ? "" : ": an entry has " + wanted + " bytes"));
      this.length = length;
    }

    /** How long the file is. */
    long length() {
      return length;
    }
  }
}
