package dev.deckhand.lab.image.archive;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A file of images all of whose content has been checked. */
final class ImageArchive implements AutoCloseable {

  private static final int MAX_ENTRIES = 20_000;
  private static final long MAX_DOCUMENT = 4 << 20;

  private final FileChannel file;
  private final ArchiveIndex index;
  private final Digest digest;
  private final Map<String, ImageManifest> manifests;
  private final Map<Digest, BlobSpan> blobs;

  private ImageArchive(FileChannel file, Contents contents, Digest digest, ArchiveIndex index)
      throws IOException {
    this.file = file;
    this.blobs = contents.blobs();
    this.digest = digest;
    this.index = index;
    this.manifests = new LinkedHashMap<>();
    for (ArchivedImage image : index.images()) {
      manifests.put(image.name(), manifestOf(image));
    }
  }

  /** The entries of a file: its documents by name, and its blobs. */
  private record Contents(Map<String, BlobSpan> documents, Map<Digest, BlobSpan> blobs) {}

  /**
   * Opens a file and checks it: its form, the digest of each blob, and that the index, manifests
   * and configurations agree.
   *
   * @param expected the digest that the index must have; empty for any
   */
  static ImageArchive open(Path path, Optional<Digest> expected, BootProgress progress)
      throws IOException, ImageArchiveFault, InterruptedException {
    FileChannel file = openFile(path);
    try {
      refuseCompressed(path, file);
      Contents contents = scan(file);
      Digest digest = Digest.of(document(file, contents, ArchiveIndex.FILE));
      if (expected.isPresent() && !expected.get().equals(digest)) {
        throw new ImageArchiveFault(
            path + " has the digest " + digest + ", and not " + expected.get() + ".",
            "Compare with the digest that \"deckhand images export\" printed for this file.");
      }
      ArchiveIndex index = ArchiveIndex.parse(document(file, contents, ArchiveIndex.FILE));
      if (!contents.blobs().containsKey(digest)) {
        throw new MalformedArchive(ArchiveIndex.FILE + " was changed");
      }
      verifyBlobs(file, contents, path, progress);
      return new ImageArchive(file, contents, digest, index);
    } catch (EntryScanner.CutShort | MalformedArchive wrong) {
      file.close();
      throw fault(path, wrong);
    } catch (IOException | ImageArchiveFault | InterruptedException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static FileChannel openFile(Path path) throws IOException, ImageArchiveFault {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new ImageArchiveFault(
          path + " isn't a regular file.", "Name the file that \"deckhand images export\" made.");
    }
    try {
      return FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException absent) {
      boolean unfinished = Files.exists(ArchiveWriter.partOf(path));
      throw new ImageArchiveFault(
          unfinished
              ? path + " isn't complete: its export was interrupted."
              : "There is no file " + path + ".",
          unfinished
              ? "Run the same \"deckhand images export\" again; it continues."
              : "Name the file that \"deckhand images export\" made.");
    }
  }

  private static void refuseCompressed(Path path, FileChannel file)
      throws IOException, ImageArchiveFault {
    long length = Math.min(file.size(), Compression.BYTES);
    Compression compression = Compression.of(ChannelReader.read(file, new BlobSpan(0, length)));
    if (compression != Compression.NONE) {
      throw new ImageArchiveFault(
          path + " is compressed with " + compression.program() + ".",
          "Decompress it first (" + compression.inverse() + "), and import the result.");
    }
  }

  private static ImageArchiveFault fault(Path path, IOException wrong) {
    String nothing = " Nothing was loaded.";
    return wrong instanceof EntryScanner.CutShort
        ? new ImageArchiveFault(
            path + " is cut short: " + wrong.getMessage() + "." + nothing,
            "Copy the file again, and compare the sizes.")
        : new ImageArchiveFault(
            path + " isn't a usable file of images: " + wrong.getMessage() + "." + nothing,
            "Copy the file again, or make a new one with \"deckhand images export\". Other tars"
                + " of images are for \"docker load\".");
  }

  private static Contents scan(FileChannel file) throws IOException {
    var scanner = new EntryScanner(file);
    var contents = new Contents(new HashMap<>(), new TreeMap<>());
    for (int count = 0; ; count++) {
      Optional<EntryScanner.Entry> found = scanner.next();
      if (found.isEmpty()) {
        return contents;
      }
      if (count == MAX_ENTRIES) {
        throw new MalformedArchive("it has more than " + MAX_ENTRIES + " entries");
      }
      EntryScanner.Entry entry = found.get();
      Optional<Digest> blob = Digest.ofBlob(entry.name());
      BlobSpan before =
          blob.isPresent()
              ? contents.blobs().put(blob.get(), entry.span())
              : contents.documents().put(entry.name(), entry.span());
      if (before != null) {
        throw new MalformedArchive("it has the entry " + entry.name() + " twice");
      }
    }
  }

  private static byte[] document(FileChannel file, Contents contents, String name)
      throws IOException {
    BlobSpan span = contents.documents().get(name);
    if (span == null) {
      throw new MalformedArchive("it has no " + name);
    }
    return document(file, span, name);
  }

  private static byte[] document(FileChannel file, BlobSpan span, String name) throws IOException {
    if (span.size() > MAX_DOCUMENT) {
      throw new MalformedArchive(name + " is too large");
    }
    return ChannelReader.read(file, span);
  }

  private static void verifyBlobs(
      FileChannel file, Contents contents, Path path, BootProgress progress)
      throws IOException, ImageArchiveFault, InterruptedException {
    String step = "Check " + path.getFileName();
    long began = System.nanoTime();
    long total = contents.blobs().values().stream().mapToLong(BlobSpan::size).sum();
    progress.began(step);
    var done = new AtomicLong();
    for (Map.Entry<Digest, BlobSpan> blob : contents.blobs().entrySet()) {
      Digest actual =
          ChannelReader.digest(
              file,
              blob.getValue(),
              bytes -> progress.advanced(step, done.addAndGet(bytes), total, "bytes"));
      if (!actual.equals(blob.getKey())) {
        throw new ImageArchiveFault(
            path
                + " is damaged: the content of "
                + blob.getKey().brief()
                + " has another digest. Nothing was loaded.",
            "Copy the file again; the disk or stick that it's on may be faulty.");
      }
    }
    progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
  }

  private ImageManifest manifestOf(ArchivedImage image) throws IOException {
    ImageManifest manifest =
        ImageManifest.parse(blob(image.manifest(), "the manifest of " + image.name()));
    if (!manifest.config().digest().equals(image.config())) {
      throw new MalformedArchive("the index has another configuration for " + image.name());
    }
    for (BlobDescriptor layer : manifest.layers()) {
      span(layer, "a layer of " + image.name());
    }
    ImageConfig config =
        ImageConfig.parse(blob(manifest.config(), "the configuration of " + image.name()));
    if (!config.platform().equals(image.platform())) {
      throw new MalformedArchive(
          image.name()
              + " is for "
              + MalformedArchive.quote(config.platform().toString())
              + ", and the index says otherwise");
    }
    config.verify(manifest, image.name());
    return manifest;
  }

  private byte[] blob(BlobDescriptor descriptor, String what) throws IOException {
    return document(file, span(descriptor, what), what);
  }

  private BlobSpan span(BlobDescriptor descriptor, String what) throws MalformedArchive {
    BlobSpan span = blobs.get(descriptor.digest());
    if (span == null) {
      throw new MalformedArchive(what + " is missing");
    }
    if (span.size() != descriptor.size()) {
      throw new MalformedArchive(what + " has another size than it should");
    }
    return span;
  }

  ArchiveIndex index() {
    return index;
  }

  /** The digest of the index. */
  Digest digest() {
    return digest;
  }

  ImageManifest manifest(ArchivedImage image) {
    ImageManifest manifest = manifests.get(image.name());
    if (manifest == null) {
      throw new IllegalArgumentException("not in this archive: " + image.name());
    }
    return manifest;
  }

  /** The content of a blob that a manifest names. */
  InputStream open(Digest blob) {
    BlobSpan span = blobs.get(blob);
    if (span == null) {
      throw new IllegalArgumentException("not in this archive: " + blob);
    }
    return ChannelReader.stream(file, span);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
