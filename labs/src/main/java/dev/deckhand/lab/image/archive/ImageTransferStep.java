package dev.deckhand.lab.image.archive;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** An image on its way between an engine and a file, reported as a step with its bytes. */
final class ImageTransferStep {

  private final String name;
  private final long totalBytes;
  private final BootProgress progress;
  private final AtomicLong done = new AtomicLong();
  private final long began = System.nanoTime();

  private ImageTransferStep(String name, long totalBytes, BootProgress progress) {
    this.name = name;
    this.totalBytes = totalBytes;
    this.progress = progress;
  }

  /**
   * Reports that it begins.
   *
   * @param totalBytes how many are expected; there may be a few more
   */
  static ImageTransferStep begin(String name, long totalBytes, BootProgress progress) {
    progress.began(name);
    return new ImageTransferStep(name, totalBytes, progress);
  }

  /** Counts what is read from a stream. */
  CountingStream counted(InputStream in) {
    return new CountingStream(
        in,
        bytes ->
            progress.advanced(
                name, Math.min(done.addAndGet(bytes), totalBytes), totalBytes, "bytes"));
  }

  void finish() {
    progress.finished(name, Duration.ofNanos(System.nanoTime() - began));
  }

  /** What went wrong, in a sentence, and what to do about it. */
  record Problem(String what, String next) {}

  /** Returns the fault of an engine whose disk is full, or that failed otherwise. */
  static LabFault fault(Exception failed, Problem whenFull, Problem otherwise) {
    boolean full = FreeSpace.isFull(failed);
    Problem problem = full ? whenFull : otherwise;
    return new LabFault(
        full ? LabFault.Kind.NO_SPACE : LabFault.Kind.NOT_STARTED,
        problem.what(),
        problem.next(),
        failed);
  }
}
