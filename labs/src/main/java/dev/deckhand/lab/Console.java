package dev.deckhand.lab;

import java.io.IOException;
import java.time.Duration;

/** Where a running command's output goes and its input comes from. */
public interface Console {

  /** Shows what the command wrote, unchanged and including control sequences. */
  void write(byte[] bytes, int offset, int length) throws IOException;

  /**
   * Waits for input that is typed while the command runs.
   *
   * @param timeout how long to wait; short, since the command may end meanwhile
   * @return how many bytes were put into the buffer; 0 for none yet, -1 at the end of the input
   */
  int read(byte[] buffer, Duration timeout) throws IOException;

  /**
   * Takes back what was typed while the command ran and was not read by any program, so that it
   * becomes the beginning of the next line. By default, it is dropped.
   */
  default void unread(byte[] typed) {}

  /** The current width in columns. */
  int columns();

  /** The current height in rows. */
  int rows();

  /** Shows nothing, and its input is at its end: for commands that run in the background. */
  Console NONE =
      new Console() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public int read(byte[] buffer, Duration timeout) {
          return -1;
        }

        @Override
        public int columns() {
          return 80;
        }

        @Override
        public int rows() {
          return 24;
        }
      };

  /**
   * Shows nothing, and gets no input: a command that reads waits, as it would for a learner. The
   * end of the input isn't sent, since a command that reads in raw mode would echo it.
   */
  Console SILENT =
      new Console() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public int read(byte[] buffer, Duration timeout) {
          try {
            Thread.sleep(timeout);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return 0;
        }

        @Override
        public int columns() {
          return 80;
        }

        @Override
        public int rows() {
          return 24;
        }
      };
}
