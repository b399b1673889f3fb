package dev.deckhand.lab;

import java.io.IOException;
import java.time.Duration;

/** Where a running command's output goes and its input comes from. */
public interface Console {

  /** Shows what the command wrote, unchanged, control sequences and all. */
  void write(byte[] bytes, int offset, int length) throws IOException;

  /**
   * Waits for input that was typed while the command runs.
   *
   * @param patience how long to wait; short, since the command may end meanwhile
   * @return how many bytes were put into the buffer; 0 for none yet, -1 where there is no input to
   *     come
   */
  int read(byte[] buffer, Duration patience) throws IOException;

  /**
   * Takes back what was typed while the command ran and no program read: the beginning of the next
   * line, as it were. Forgets it where nothing else is said.
   */
  default void unread(byte[] typed) {}

  /** Columns now. */
  int columns();

  /** Rows now. */
  int rows();

  /** Shows nothing and has no input to come: for commands that run unseen. */
  Console NONE =
      new Console() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public int read(byte[] buffer, Duration patience) {
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
   * Shows nothing, and nobody types: a command that reads waits, as it would for its learner. No
   * end of input is told, which a command that puts its terminal in raw mode would echo.
   */
  Console SILENT =
      new Console() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public int read(byte[] buffer, Duration patience) {
          try {
            Thread.sleep(patience);
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
