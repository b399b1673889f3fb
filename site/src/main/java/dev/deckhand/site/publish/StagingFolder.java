package dev.deckhand.site.publish;

import dev.deckhand.file.FolderTree;
import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * New files of a publication before they are moved into it: in a folder of their own, on the same
 * disk.
 */
final class StagingFolder implements AutoCloseable {

  static final String PREFIX = ".publishing-";

  private final Path folder;
  private final Set<String> renderedPaths = new HashSet<>();

  private StagingFolder(Path folder) {
    this.folder = folder;
  }

  /** Creates a folder, and deletes those that a killed run left. */
  static StagingFolder create(Path publication) throws IOException {
    try (Stream<Path> left = Files.list(publication)) {
      for (Path old :
          left.filter(path -> String.valueOf(path.getFileName()).startsWith(PREFIX)).toList()) {
        FolderTree.delete(old);
      }
    }
    return new StagingFolder(Files.createTempDirectory(publication, PREFIX));
  }

  void render(PublicationFile publicationFile, AsciidoctorRenderers asciidoctorRenderers)
      throws IOException {
    Path file = fileOf(publicationFile);
    PublicationFolder.createParentFolder(file);
    publicationFile.content().write(file, asciidoctorRenderers);
    renderedPaths.add(publicationFile.path());
  }

  boolean has(PublicationFile publicationFile) {
    return renderedPaths.contains(publicationFile.path());
  }

  int size() {
    return renderedPaths.size();
  }

  Path fileOf(PublicationFile publicationFile) {
    return folder.resolve(publicationFile.path());
  }

  /** Moves a file atomically: readers see the old file or the new one. */
  void moveInto(PublicationFile publicationFile, Path publication) throws IOException {
    Path target = publication.resolve(publicationFile.path());
    PublicationFolder.createParentFolder(target);
    Files.move(
        fileOf(publicationFile),
        target,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    FolderTree.delete(folder);
  }
}
