package dev.deckhand.site.render;

import dev.deckhand.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder among the system's temporary files, deleted when it is closed or the program ends. */
final class TemporaryFolder implements AutoCloseable {

  private final Path path;
  private final Thread deletion = new Thread(this::deleteAtShutdown, "temporary folder");

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  static TemporaryFolder create() throws IOException {
    var folder = new TemporaryFolder(Files.createTempDirectory("deckhand-print"));
    Runtime.getRuntime().addShutdownHook(folder.deletion);
    return folder;
  }

  Path path() {
    return path;
  }

  private void deleteAtShutdown() {
    try {
      FolderTree.delete(path);
    } catch (IOException left) {
      // the system clears its temporary files
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(deletion);
    } catch (IllegalStateException shuttingDown) {
      // the hook deletes the folder
      return;
    }
    FolderTree.delete(path);
  }
}
