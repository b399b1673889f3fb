package dev.deckhand.lab.kube;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a command writes, and drops the rest. */
final class BoundedOutputStream extends OutputStream {

  private static final int MAX_BYTES = 1 << 20;

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int one) {
    if (buffer.size() < MAX_BYTES) {
      buffer.write(one);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    buffer.write(bytes, offset, Math.min(length, MAX_BYTES - buffer.size()));
  }

  synchronized String text() {
    return buffer.toString(StandardCharsets.UTF_8);
  }
}
