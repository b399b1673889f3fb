package dev.deckhand.shell.submission;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes plain names of submissions, which can be shown, and be parts of other files' names. */
public final class SubmissionName {

  private static final String UNNAMED = "submission";
  private static final int MAX_BYTES = 100;

  private static final Pattern EXTENSION = Pattern.compile("(?i)\\.(zip|tar|tgz|tar\\.gz)$");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._@+()-]+");
  private static final Pattern EDGES = Pattern.compile("^[ .\\p{M}-]+|[ .]+$");

  private SubmissionName() {}

  /** The name of a submission from that of its file, without its extension. */
  public static String ofFile(Path file) {
    Path last = file.toAbsolutePath().normalize().getFileName();
    return ofFile(last == null ? "" : last.toString());
  }

  /** The name of a submission from a file's name without folders. */
  static String ofFile(String fileName) {
    return of(EXTENSION.matcher(fileName).replaceFirst(""));
  }

  /** The plain form of a name. */
  static String of(String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
    String name = EDGES.matcher(OTHER.matcher(text).replaceAll("-")).replaceAll("");
    while (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    name = EDGES.matcher(name).replaceAll("");
    return name.isEmpty() ? UNNAMED : name;
  }
}
