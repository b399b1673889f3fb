package dev.deckhand.site.publish;

import dev.deckhand.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The list of a publication's files, stored in its folder. It marks the folder as a publication.
 *
 * @param entries by the files' paths
 */
record PublicationManifest(Map<String, Entry> entries) {

  static final String FILE_NAME = ".deckhand-site";

  private static final String HEADER = "Published by Deckhand, form 1: KEY CONTENT PATH\n";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{64}) (\\S+)");

  PublicationManifest {
    entries = new TreeMap<>(entries);
  }

  /**
   * A file as it was published.
   *
   * @param key hash of what it was made of
   * @param content hash of the file
   */
  record Entry(String key, String content) {}

  static final PublicationManifest EMPTY = new PublicationManifest(Map.of());

  /** Reads the manifest of a folder; empty if it has none. */
  static Optional<PublicationManifest> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    var entries = new LinkedHashMap<String, Entry>();
    for (String line : Files.readAllLines(file)) {
      Matcher matcher = LINE.matcher(line);
      // we never wrote a path that leads out of the folder
      if (matcher.matches() && PublicationFile.isValidPath(matcher.group(3))) {
        entries.put(matcher.group(3), new Entry(matcher.group(1), matcher.group(2)));
      }
    }
    return Optional.of(new PublicationManifest(entries));
  }

  /** Writes the manifest atomically: without it, nothing in the folder would be ours. */
  void write(Path folder) throws IOException {
    String lines =
        entries.entrySet().stream()
            .map(one -> one.getValue().key() + " " + one.getValue().content() + " " + one.getKey())
            .collect(Collectors.joining("\n", HEADER, "\n"));
    AtomicFile.write(folder.resolve(FILE_NAME), lines);
  }

  Optional<Entry> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /** Returns these entries, overridden and extended by others. */
  PublicationManifest with(Map<String, Entry> others) {
    var both = new TreeMap<>(entries);
    both.putAll(others);
    return new PublicationManifest(both);
  }

  /** Whether a file is what was published. */
  boolean isUpToDate(String path, Path folder) throws IOException {
    Entry entry = entries.get(path);
    Path file = folder.resolve(path);
    return entry != null
        && Files.isRegularFile(file)
        && ContentHasher.of(Files.readAllBytes(file)).equals(entry.content());
  }

  /** Whether a file is what was published, and would be made from the same content. */
  boolean isUpToDate(PublicationFile publicationFile, Path folder) throws IOException {
    Entry entry = entries.get(publicationFile.path());
    return entry != null
        && entry.key().equals(publicationFile.key())
        && isUpToDate(publicationFile.path(), folder);
  }
}
