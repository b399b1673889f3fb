package dev.deckhand.shell.cli.learn;

import dev.deckhand.shell.cli.common.DeckhandCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Tells builds of the program apart: a lab that another build started isn't taken over. Made from
 * the sizes and times of the program's own files, since every start needs it and reading them all
 * would take too long.
 */
final class BuildId {

  private BuildId() {}

  /** Returns the id of the running build. */
  static String current() {
    var source = BuildId.class.getProtectionDomain().getCodeSource();
    try {
      return DeckhandCommand.VERSION + "-" + of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Returns the id of the build that a file belongs to.
   *
   * @param program one of the program's jars, beside the others; or a folder of classes
   */
  static String of(Path program) {
    boolean jar = Files.isRegularFile(program);
    Path folder = jar ? Objects.requireNonNull(program.getParent()) : program;
    var sum = new CRC32();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (!jar || name.startsWith("deckhand-")) {
          String entry = name + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
          sum.update(entry.getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Long.toHexString(sum.getValue());
  }
}
