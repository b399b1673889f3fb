package dev.deckhand.shell.smoke;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a program wrote to its terminal, as plain text. Waiting goes on from where it last stopped,
 * as reading does: what was waited for once is behind the reader.
 */
final class TerminalOutput {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private static final Pattern ESCAPES =
      Pattern.compile(
          "\\e\\[[0-?]*[ -/]*[@-~]" // colours, the cursor's movements, modes
              + "|\\e\\][^\\a\\e]*(?:\\a|\\e\\\\)" // titles
              + "|\\e[ -/]*[0-~]"
              + "|[\\x00-\\x07\\x0e-\\x1f]");

  /** What follows stands elsewhere on the screen, as the line at its foot does. */
  private static final Pattern CURSOR_JUMPS = Pattern.compile("\033(?:\\[\\d+;\\d+H|8)");

  private final StringBuilder raw = new StringBuilder();
  private final Thread readerThread;
  private int read;
  private boolean ended;

  TerminalOutput(InputStream output) {
    var reader = new InputStreamReader(output, StandardCharsets.UTF_8);
    this.readerThread =
        Thread.ofPlatform().daemon().name("screen").unstarted(() -> readAll(reader));
  }

  /** Begins to read. */
  void start() {
    readerThread.start();
  }

  /** Waits for words that were not read yet, and returns all that came before them. */
  synchronized String await(String words) throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      String text = text();
      int at = text.indexOf(words, read);
      if (at >= 0) {
        String before = text.substring(read, at);
        read = at + words.length();
        return before;
      }
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (ended || left <= 0) {
        throw new AssertionError(
            "\"%s\" did not come%s. The screen, from what was last read:%n%s"
                .formatted(words, ended ? "; the program ended" : "", text.substring(read)));
      }
      wait(left);
    }
  }

  /**
   * Waits a while for words that were not read yet; what came before them is read, if they come.
   */
  synchronized boolean awaitOptionally(String words, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (text().indexOf(words, read) < 0) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (ended || left <= 0) {
        return false;
      }
      wait(left);
    }
    read = text().indexOf(words, read) + words.length();
    return true;
  }

  /** Waits until the program writes no more, and returns what was not read yet. */
  String awaitEnd() throws InterruptedException {
    readerThread.join(DEADLINE);
    synchronized (this) {
      return text().substring(read);
    }
  }

  /** All that was ever written, without what only moves or colours. */
  synchronized String text() {
    String elsewhere = CURSOR_JUMPS.matcher(raw).replaceAll("\n");
    return ESCAPES.matcher(elsewhere).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
  }

  private void readAll(Reader reader) {
    var buffer = new char[4096];
    try {
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        synchronized (this) {
          raw.append(buffer, 0, count);
          notifyAll();
        }
      }
    } catch (IOException closed) {
      // a terminal whose program is gone
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }
}
