package dev.deckhand.shell.cli.publish;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.ConsoleProgress;
import dev.deckhand.site.publish.Publisher;
import java.time.Duration;

/**
 * The progress of publishing: one line that is redrawn on a terminal, a few plain lines elsewhere.
 */
final class PublishingProgress implements Publisher.ProgressListener, AutoCloseable {

  private static final String TITLE = "Publish";

  private final ConsoleProgress lines;
  private final boolean silent;
  private final long start = System.nanoTime();

  /**
   * @param silent for output that programs read
   */
  PublishingProgress(CommandConsole console, boolean silent) {
    this.lines = new ConsoleProgress(console);
    this.silent = silent;
    if (!silent) {
      lines.began(TITLE);
    }
  }

  @Override
  public void fileRendered(String path, int done, int total) {
    lines.advanced(TITLE, done, total, "files");
  }

  /** Reports that publishing is done. */
  void done() {
    if (!silent) {
      lines.finished(TITLE, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  @Override
  public void close() {
    if (!silent) {
      lines.close();
    }
  }
}
