package dev.deckhand.shell.grade.bundle;

import dev.deckhand.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The bundles of a class, each in a folder of its submission's name. Each names the one before it;
 * the file {@code chain.txt} has their hashes in the order in which they were made, so that none
 * can be left out or put between. A bundle that a newer one replaces is kept beside it as {@code
 * bundle-1.txt} and so on. Safe for use by several threads and processes.
 */
public final class BundleStore {

  /** The file of a bundle, in the folder of its submission. */
  public static final String FILE = "bundle.txt";

  /** The file with the hashes of a class's bundles. */
  public static final String CHAIN = "chain.txt";

  private final Path folder;
  private final boolean single;
  private final GraderKey key;

  private BundleStore(Path folder, boolean single, GraderKey key) {
    this.folder = folder;
    this.single = single;
    this.key = key;
  }

  /**
   * Opens the bundles in a folder, which needn't exist.
   *
   * @param single whether the folder is that of one submission alone
   * @throws IOException if its chain can't be read
   */
  public static BundleStore in(Path folder, boolean single, GraderKey key) throws IOException {
    var store = new BundleStore(folder, single, key);
    store.chain();
    return store;
  }

  private BundleChain chain() throws IOException {
    Path file = folder.resolve(CHAIN);
    if (!Files.exists(file)) {
      return new BundleChain(List.of(), 0, List.of());
    }
    try (FileChannel chain = FileChannel.open(file, StandardOpenOption.READ)) {
      return BundleChain.read(chain);
    }
  }

  /** The names of the submissions that have a bundle, in the order of their first ones. */
  public List<String> names() throws IOException {
    var names = new LinkedHashSet<String>();
    chain().links().forEach(link -> names.add(link.name()));
    return List.copyOf(names);
  }

  /**
   * Signs a content as the next one, and keeps it. It counts once its line is in the chain: after a
   * failure, or the end of the process at any moment, the one before it counts.
   */
  public synchronized Bundle add(BundleContent content) throws IOException {
    String name = content.grade().submission();
    Path file = fileOf(name);
    Files.createDirectories(file.getParent());
    try (FileChannel chain =
            FileChannel.open(
                folder.resolve(CHAIN),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var _ = chain.lock()) {
      BundleChain before = BundleChain.read(chain);
      Bundle bundle = Bundle.sign(content.after(before.last()), key);
      keepOld(name, before);
      AtomicFile.write(file, bundle.toBytes());
      append(chain, before.wholeBytes(), new BundleChain.Link(bundle.hash(), name));
      return bundle;
    }
  }

  /** Copies the newest bundle of a submission, before another one takes its place. */
  private void keepOld(String name, BundleChain chain) throws IOException {
    List<String> hashes = chain.of(name);
    Path file = fileOf(name);
    if (hashes.isEmpty() || !Files.exists(file)) {
      return;
    }
    if (hashOf(file).equals(hashes.getLast())) {
      Path old = file.resolveSibling(oldFile(hashes.size()));
      AtomicFile.replace(old, draft -> Files.copy(file, draft, StandardCopyOption.COPY_ATTRIBUTES));
    }
  }

  private static String hashOf(Path file) {
    try {
      return Bundle.read(file).hash();
    } catch (IOException damaged) {
      return "";
    }
  }

  /** A line that can't be written whole is taken back, so that the next one begins where it did. */
  private static void append(FileChannel chain, long end, BundleChain.Link link)
      throws IOException {
    var line = ByteBuffer.wrap(link.line().getBytes(StandardCharsets.UTF_8));
    try {
      chain.truncate(end);
      chain.position(end);
      while (line.hasRemaining()) {
        chain.write(line);
      }
      chain.force(false);
    } catch (IOException full) {
      if (chain.isOpen()) {
        chain.truncate(end);
      }
      throw full;
    }
  }

  /** The file of a submission's n-th bundle, counted from 1, once there's a newer one. */
  static String oldFile(int number) {
    return "bundle-" + number + ".txt";
  }

  /**
   * The newest bundle of a submission that is in the chain; empty if there's none, or if it isn't
   * whole or our own.
   */
  public Optional<Bundle> find(String submission) throws IOException {
    BundleChain chain = chain();
    Optional<String> newest = chain.newest(submission);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    // bundle.txt isn't in the chain if the process that wrote it ended just then
    Path file = fileOf(submission);
    Path old = file.resolveSibling(oldFile(chain.of(submission).size()));
    for (Path candidate : List.of(file, old)) {
      try {
        Bundle bundle = Bundle.read(candidate);
        if (bundle.hash().equals(newest.get()) && bundle.key().equals(key.publicKey())) {
          return Optional.of(bundle);
        }
      } catch (IOException damaged) {
        // as if it weren't there
      }
    }
    return Optional.empty();
  }

  /** Where the results of a submission are. */
  public Path folderOf(String submission) {
    return single ? folder : folder.resolve(submission);
  }

  /** Where the bundle of a submission is. */
  public Path fileOf(String submission) {
    return folderOf(submission).resolve(FILE);
  }
}
