package dev.deckhand.site.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that is published to, and what in it is not ours. */
final class Grounds {

  private Grounds() {}

  /**
   * Takes a folder that is empty, new, or a publication.
   *
   * @throws Unpublishable if it is somebody else's, or holds a file where one of ours is to lie
   */
  static Manifest taken(Path folder, List<Sheet> sheets) throws IOException, Unpublishable {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Unpublishable.folder(
          folder + " is a file.", "Name a folder after --out; it is made if it is not there.");
    }
    Files.createDirectories(folder);
    var before = Manifest.in(folder);
    if (before.isEmpty() && !isEmpty(folder)) {
      throw Unpublishable.folder(
          "The folder " + folder + " holds other things, and nothing that was published before.",
          "Name an empty folder after --out, or one that is not there yet.");
    }
    Manifest manifest = before.orElse(Manifest.EMPTY);
    for (Sheet sheet : sheets) {
      free(folder, sheet.path(), manifest);
    }
    if (before.isEmpty()) {
      manifest.write(folder);
    }
    return manifest;
  }

  /** Neither another's file nor a link, which may lead anywhere, is written through. */
  private static void free(Path folder, String path, Manifest manifest) throws Unpublishable {
    Path file = folder;
    for (String name : path.split("/", -1)) {
      file = file.resolve(name);
      if (Files.isSymbolicLink(file)) {
        throw inTheWay(file, "a link");
      }
    }
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (there && manifest.entry(path).isEmpty()) {
      throw inTheWay(file, "not from a publication");
    }
  }

  private static Unpublishable inTheWay(Path file, String what) {
    return Unpublishable.folder(
        file + " is in the way: it is " + what + ".", "Move it away, or publish elsewhere.");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.findAny().isEmpty();
    }
  }

  /** Makes the folder that a file is to lie in. */
  static void parent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  /** Removes the folders of a file that is gone, as far as they are empty. */
  static void prune(Path folder, String path) throws IOException {
    Path parent = folder.resolve(path).getParent();
    while (parent != null && !parent.equals(folder) && isEmpty(parent)) {
      Files.delete(parent);
      parent = parent.getParent();
    }
  }
}
