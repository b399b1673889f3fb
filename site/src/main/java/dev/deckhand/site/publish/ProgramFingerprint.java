package dev.deckhand.site.publish;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Identifies a build of the program: handouts and slides made by another build are made again. */
public final class ProgramFingerprint {

  private ProgramFingerprint() {}

  /**
   * Hashes the classes and resources that files are made with.
   *
   * @param version the program's
   * @throws IOException if they cannot be read
   */
  public static String compute(String version) throws IOException {
    var source = ProgramFingerprint.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return version;
    }
    try {
      Path classes = Path.of(source.getLocation().toURI());
      ContentHasher contentHasher = ContentHasher.create().add(version);
      for (Path file : files(classes)) {
        contentHasher.add(classes.relativize(file).toString()).add(Files.readAllBytes(file));
      }
      return contentHasher.hash();
    } catch (URISyntaxException impossible) {
      throw new IOException("cannot find the program's own files", impossible);
    }
  }

  private static List<Path> files(Path classes) throws IOException {
    try (Stream<Path> paths = Files.walk(classes)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
