package dev.deckhand.site.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks and prepares the folder that is published to. */
final class PublicationFolder {

  private PublicationFolder() {}

  /**
   * Accepts a folder that is empty, new, or a publication, and returns its manifest.
   *
   * @throws PublicationException if it is somebody else's, or holds a file where one of ours is to
   *     lie
   */
  static PublicationManifest claim(Path folder, List<PublicationFile> publicationFiles)
      throws IOException, PublicationException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw PublicationException.unusableFolder(
          folder + " is a file.", "Name a folder after --out; it is made if it is not there.");
    }
    Files.createDirectories(folder);
    var before = PublicationManifest.read(folder);
    if (before.isEmpty() && !isEmpty(folder)) {
      throw PublicationException.unusableFolder(
          "The folder " + folder + " holds other things, and nothing that was published before.",
          "Name an empty folder after --out, or one that is not there yet.");
    }
    PublicationManifest publicationManifest = before.orElse(PublicationManifest.EMPTY);
    for (PublicationFile publicationFile : publicationFiles) {
      requireUnoccupied(folder, publicationFile.path(), publicationManifest);
    }
    if (before.isEmpty()) {
      publicationManifest.write(folder);
    }
    return publicationManifest;
  }

  /**
   * Foreign files are never overwritten, and links, which may lead anywhere, are never followed.
   */
  private static void requireUnoccupied(
      Path folder, String path, PublicationManifest publicationManifest)
      throws PublicationException {
    Path file = folder;
    for (String name : path.split("/", -1)) {
      file = file.resolve(name);
      if (Files.isSymbolicLink(file)) {
        throw occupied(file, "a link");
      }
    }
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (there && publicationManifest.entry(path).isEmpty()) {
      throw occupied(file, "not from a publication");
    }
  }

  private static PublicationException occupied(Path file, String what) {
    return PublicationException.unusableFolder(
        file + " is in the way: it is " + what + ".", "Move it away, or publish elsewhere.");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.findAny().isEmpty();
    }
  }

  /** Creates the folder of a file. */
  static void createParentFolder(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  /** Deletes the folders of a deleted file as long as they are empty. */
  static void deleteEmptyParents(Path folder, String path) throws IOException {
    Path parent = folder.resolve(path).getParent();
    while (parent != null && !parent.equals(folder) && isEmpty(parent)) {
      Files.delete(parent);
      parent = parent.getParent();
    }
  }
}
