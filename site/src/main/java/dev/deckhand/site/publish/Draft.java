package dev.deckhand.site.publish;

import dev.deckhand.site.render.Press;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Files on their way into a publication: in a folder of their own, on the same disk. */
final class Draft implements AutoCloseable {

  static final String PREFIX = ".publishing-";

  private final Path folder;
  private final Set<String> made = new HashSet<>();

  private Draft(Path folder) {
    this.folder = folder;
  }

  /** Begins one; what a killed one left goes. */
  static Draft in(Path publication) throws IOException {
    try (Stream<Path> left = Files.list(publication)) {
      for (Path old :
          left.filter(path -> String.valueOf(path.getFileName()).startsWith(PREFIX)).toList()) {
        delete(old);
      }
    }
    return new Draft(Files.createTempDirectory(publication, PREFIX));
  }

  void make(Sheet sheet, Press press) throws IOException {
    Path file = fileOf(sheet);
    Grounds.parent(file);
    sheet.making().write(file, press);
    made.add(sheet.path());
  }

  boolean has(Sheet sheet) {
    return made.contains(sheet.path());
  }

  int size() {
    return made.size();
  }

  Path fileOf(Sheet sheet) {
    return folder.resolve(sheet.path());
  }

  /** A reader sees the old file or the new one, whole. */
  void move(Sheet sheet, Path publication) throws IOException {
    Path target = publication.resolve(sheet.path());
    Grounds.parent(target);
    Files.move(
        fileOf(sheet), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }
}
