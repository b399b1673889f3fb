package dev.deckhand.site.render;

import dev.deckhand.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of our own, gone when it is closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("deckhand-print"));
  }

  @Override
  public void close() throws IOException {
    FolderTree.delete(path);
  }
}
