package dev.deckhand.lab.workspace;

import java.util.Arrays;

/** Keeps the last output of background jobs while no command runs, until it can be shown. */
final class BackgroundOutputBuffer {

  private final byte[] kept;
  private int length;

  /**
   * @param limit how many bytes are kept
   */
  BackgroundOutputBuffer(int limit) {
    this.kept = new byte[limit];
  }

  void add(byte[] bytes, int offset, int count) {
    int taken = Math.min(count, kept.length);
    int stay = Math.min(length, kept.length - taken);
    System.arraycopy(kept, length - stay, kept, 0, stay);
    System.arraycopy(bytes, offset + count - taken, kept, stay, taken);
    length = stay + taken;
  }

  /** Returns the kept output, and forgets it. */
  byte[] take() {
    var all = Arrays.copyOf(kept, length);
    length = 0;
    return all;
  }
}
