package dev.deckhand.site.publish;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which build of the program this is: pages made by another are made again. */
public final class Build {

  private Build() {}

  /**
   * Sums up the classes and styles that pages are made with.
   *
   * @param version the program's
   * @throws IOException if they cannot be read
   */
  public static String stamp(String version) throws IOException {
    var source = Build.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return version;
    }
    try {
      Path classes = Path.of(source.getLocation().toURI());
      Key key = Key.begin().and(version);
      for (Path file : files(classes)) {
        key.and(classes.relativize(file).toString()).and(Files.readAllBytes(file));
      }
      return key.end();
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
