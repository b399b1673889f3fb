package dev.deckhand.lab;

import java.time.Duration;

/**
 * Receives the progress of a lab's start: named steps, each of which begins once and then finishes.
 */
public interface BootProgress {

  /** A step begins; the title is short and starts with a verb: {@code Start the cluster}. */
  void began(String step);

  /**
   * A step made progress.
   *
   * @param done 0 to total
   * @param total 0 if unknown
   * @param unit {@code bytes}, {@code images} or similar
   */
  void advanced(String step, long done, long total, String unit);

  /** A step finished. */
  void finished(String step, Duration took);

  /** Ignores progress. */
  BootProgress SILENT =
      new BootProgress() {
        @Override
        public void began(String step) {}

        @Override
        public void advanced(String step, long done, long total, String unit) {}

        @Override
        public void finished(String step, Duration took) {}
      };
}
