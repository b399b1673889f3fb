package dev.deckhand.shell.cli.author;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;

/**
 * Reports when a file was written. It watches the folder, because many editors write a new file and
 * rename it over the old one.
 */
final class FileWatcher implements AutoCloseable {

  /** Editors write several times; one callback after the last write is enough. */
  private static final Duration SETTLE_TIME = Duration.ofMillis(80);

  private final WatchService service;
  private final Path file;

  private FileWatcher(WatchService service, Path file) {
    this.service = service;
    this.file = file;
  }

  /** Starts watching, until it is closed. */
  static FileWatcher of(Path file) throws IOException {
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new IOException(file + " isn't in a folder");
    }
    WatchService service = folder.getFileSystem().newWatchService();
    folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
    return new FileWatcher(service, whole);
  }

  /** Calls back on its own thread, also for changes before this call. */
  void start(Runnable changed) {
    Thread.ofVirtual().name("file-watch").start(() -> notifyChanges(changed));
  }

  private void notifyChanges(Runnable changed) {
    try {
      while (true) {
        WatchKey key = service.take();
        Thread.sleep(SETTLE_TIME);
        boolean ours =
            key.pollEvents().stream()
                .anyMatch(event ->
                    event.kind().equals(StandardWatchEventKinds.OVERFLOW)
                        || (event.context() instanceof Path name
                            && name.equals(file.getFileName())));
        if (ours) {
          changed.run();
        }
        if (!key.reset()) {
          return;
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException over) {
      // closed
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
