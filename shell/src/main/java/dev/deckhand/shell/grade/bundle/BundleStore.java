package dev.deckhand.shell.grade.bundle;

import dev.deckhand.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The bundles of a class, each in a folder of its submission's name. Each names the one before it;
 * the file {@code chain.txt} has their hashes in the order in which they were made, so that none
 * can be left out or put between. Safe for use by several threads.
 */
public final class BundleStore {

  /** The file of a bundle, in the folder of its submission. */
  public static final String FILE = "bundle.txt";

  /** The file with the hashes of a class's bundles. */
  public static final String CHAIN = "chain.txt";

  private final Path folder;
  private final boolean single;
  private final GraderKey key;
  private String last;

  private BundleStore(Path folder, boolean single, GraderKey key, String last) {
    this.folder = folder;
    this.single = single;
    this.key = key;
    this.last = last;
  }

  /**
   * Opens the bundles in a folder, which needn't exist.
   *
   * @param single whether the folder is that of one submission alone
   * @throws IOException if its chain can't be read
   */
  public static BundleStore in(Path folder, boolean single, GraderKey key) throws IOException {
    String last = "";
    Path chain = folder.resolve(CHAIN);
    if (Files.exists(chain)) {
      for (String line : Files.readAllLines(chain, StandardCharsets.UTF_8)) {
        if (line.matches("[0-9a-f]{64} .+")) {
          last = line.substring(0, 64);
        }
      }
    }
    return new BundleStore(folder, single, key, last);
  }

  /** Signs a content as the next one, and keeps it. */
  public synchronized Bundle add(BundleContent content) throws IOException {
    Bundle bundle = Bundle.sign(content.after(last), key);
    String name = content.grade().submission();
    Path file = fileOf(name);
    Files.createDirectories(file.getParent());
    AtomicFile.write(file, bundle.toBytes());
    // a run that is killed here leaves a bundle that isn't in the chain, which is made anew
    Files.writeString(
        folder.resolve(CHAIN),
        bundle.hash() + " " + name + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
    last = bundle.hash();
    return bundle;
  }

  /** The bundle of a submission; empty if there's none that is whole, in the chain and our own. */
  public Optional<Bundle> find(String submission) throws IOException {
    try {
      Bundle bundle = Bundle.read(Files.readAllBytes(fileOf(submission)));
      boolean known =
          Files.readAllLines(folder.resolve(CHAIN), StandardCharsets.UTF_8)
              .contains(bundle.hash() + " " + submission);
      return known && bundle.key().equals(key.publicKey()) ? Optional.of(bundle) : Optional.empty();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
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
