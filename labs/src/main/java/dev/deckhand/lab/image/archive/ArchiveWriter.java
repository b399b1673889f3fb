package dev.deckhand.lab.image.archive;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lab.ImageArchiveFault;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an archive to {@code FILE.part}, which gets its name when it's complete.
 *
 * <p>The header of a blob is written after its data, since the digest is its name. So a blob that
 * was being written when the program was killed has no valid header, and the next run continues
 * before it.
 */
final class ArchiveWriter implements AutoCloseable {

  private static final int BUFFER = 1 << 18;
  private static final String UNFINISHED = "unfinished";

  private final Path target;
  private final FileChannel file;
  private final Map<Digest, BlobSpan> blobs = new HashMap<>();
  private final long reusedBytes;
  private long end;

  private ArchiveWriter(Path target, FileChannel file) throws IOException, InterruptedException {
    this.target = target;
    this.file = file;
    this.end = 0;
    scan();
    this.reusedBytes = blobs.isEmpty() ? 0 : end;
    file.truncate(end);
    if (end == 0) {
      addDocument(ArchiveIndex.LAYOUT_FILE, ArchiveIndex.LAYOUT.getBytes(StandardCharsets.UTF_8));
    }
  }

  static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /** Opens the file's part, and keeps those of its blobs that are whole. */
  static ArchiveWriter open(Path target)
      throws IOException, ImageArchiveFault, InterruptedException {
    Path part = partOf(target);
    if (Files.exists(part) && !Files.isRegularFile(part)) {
      throw new ImageArchiveFault(part + " isn't a regular file.", "Export to another file.");
    }
    FileChannel file =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(file, target);
      return new ArchiveWriter(target, file);
    } catch (IOException | ImageArchiveFault | InterruptedException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static void lock(FileChannel file, Path target) throws IOException, ImageArchiveFault {
    boolean free;
    try {
      // released when the file is closed, or the process ends
      free = file.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      free = false;
    }
    if (!free) {
      throw new ImageArchiveFault(
          "Another export is writing " + target + ".",
          "Wait until it's done, or export to another file.");
    }
  }

  /** Finds the blobs that an interrupted export has written, up to the first that isn't whole. */
  private void scan() throws IOException, InterruptedException {
    try {
      var scanner = new EntryScanner(file);
      for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
        EntryScanner.Entry entry = next.get();
        Optional<Digest> digest = Digest.ofBlob(entry.name());
        boolean layout = end == 0 && isLayoutFile(entry);
        boolean whole =
            digest.isPresent()
                && end > 0
                && ChannelReader.digest(file, entry.span(), bytes -> {}).equals(digest.get());
        if (!layout && !whole) {
          return;
        }
        digest.ifPresent(one -> blobs.put(one, entry.span()));
        end = scanner.position();
      }
    } catch (EntryScanner.CutShort | MalformedArchive brokenOff) {
      // what is before that is whole
    }
  }

  private boolean isLayoutFile(EntryScanner.Entry entry) throws IOException {
    byte[] layout = ArchiveIndex.LAYOUT.getBytes(StandardCharsets.UTF_8);
    return entry.name().equals(ArchiveIndex.LAYOUT_FILE)
        && entry.span().size() == layout.length
        && Digest.of(ChannelReader.read(file, entry.span())).equals(Digest.of(layout));
  }

  /** How many bytes of an interrupted export were kept. */
  long reusedBytes() {
    return reusedBytes;
  }

  /** How many bytes have been written. */
  long size() {
    return end;
  }

  boolean has(BlobDescriptor blob) {
    BlobSpan span = blobs.get(blob.digest());
    return span != null && span.size() == blob.size();
  }

  /** The blobs up to a size; the manifests are among them. */
  Map<Digest, byte[]> smallBlobs(long maxBytes) throws IOException {
    var small = new HashMap<Digest, byte[]>();
    for (Map.Entry<Digest, BlobSpan> blob : blobs.entrySet()) {
      if (blob.getValue().size() <= maxBytes) {
        small.put(blob.getKey(), ChannelReader.read(file, blob.getValue()));
      }
    }
    return small;
  }

  Digest add(byte[] content) throws IOException {
    return add(new ByteArrayInputStream(content), content.length);
  }

  /** Writes a blob, unless it's there already. If that fails, nothing of it is left. */
  Digest add(InputStream content, long size) throws IOException {
    long start = end;
    try {
      MessageDigest algorithm = Digest.algorithm();
      write(TarHeader.file(UNFINISHED, size).toBytes(), start);
      writeData(content, start + TarHeader.BLOCK, size, algorithm);
      Digest digest = Digest.result(algorithm);
      var span = new BlobSpan(start + TarHeader.BLOCK, size);
      if (blobs.putIfAbsent(digest, span) != null) {
        file.truncate(start);
        return digest;
      }
      write(TarHeader.file(digest.blob(), size).toBytes(), start);
      end = span.end();
      return digest;
    } catch (IOException failed) {
      discard(start, failed);
      throw failed;
    }
  }

  /** Gives the space of an incomplete blob back, which matters on a full disk. */
  private void discard(long start, IOException failed) {
    try {
      file.truncate(start);
    } catch (IOException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  private void writeData(InputStream content, long from, long size, MessageDigest algorithm)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    while (done < size) {
      int read = content.read(buffer, 0, (int) Math.min(BUFFER, size - done));
      if (read < 0) {
        throw new EOFException("the engine's answer ends in the middle");
      }
      algorithm.update(buffer, 0, read);
      write(ByteBuffer.wrap(buffer, 0, read), from + done);
      done += read;
    }
    write(new byte[(int) (TarHeader.padded(size) - size)], from + size);
  }

  private void write(byte[] bytes, long at) throws IOException {
    write(ByteBuffer.wrap(bytes), at);
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += file.write(bytes, position);
    }
  }

  private void addDocument(String name, byte[] content) throws IOException {
    write(TarHeader.file(name, content.length).toBytes(), end);
    write(content, end + TarHeader.BLOCK);
    var span = new BlobSpan(end + TarHeader.BLOCK, content.length);
    write(
        new byte[(int) (TarHeader.padded(content.length) - content.length)],
        span.offset() + content.length);
    end = span.end();
  }

  /** Completes the archive, and gives it its name. Returns its size in bytes. */
  long finish(byte[] index, byte[] dockerManifest) throws IOException {
    // as a blob too: its digest tells whether the index was damaged
    add(index);
    addDocument(ArchiveIndex.FILE, index);
    addDocument(ArchiveIndex.DOCKER_FILE, dockerManifest);
    write(new byte[2 * TarHeader.BLOCK], end);
    end += 2 * TarHeader.BLOCK;
    file.force(true);
    Files.move(
        partOf(target),
        target,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    AtomicFile.syncFolder(target);
    return end;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
