package dev.deckhand.lab;

import java.time.Duration;

/** Told what a lab does while it starts: named steps, each begun once and then finished. */
public interface BootProgress {

  /** A step begins; the title is short and starts with a verb: {@code Start the cluster}. */
  void began(String step);

  /**
   * A step moved on.
   *
   * @param done how much of it, 0 to total
   * @param total 0 where nobody knows
   * @param unit {@code bytes}, {@code images} or the like
   */
  void advanced(String step, long done, long total, String unit);

  /** A step is done. */
  void finished(String step, Duration took);

  /** Tells nobody. */
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
