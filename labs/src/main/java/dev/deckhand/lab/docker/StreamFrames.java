package dev.deckhand.lab.docker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what an engine sends of a command's two streams: frames that begin with a byte for the
 * stream, three unused ones and the length.
 */
final class StreamFrames {
  private static final int STDERR = 2;

  private final DataInputStream in;
  private int stream;
  private int remaining;

  StreamFrames(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** Goes on to the next frame, once the last one was read to its end; false if there is none. */
  boolean next() throws IOException {
    try {
      stream = in.readByte();
      in.skipNBytes(3);
      remaining = in.readInt();
      return true;
    } catch (EOFException end) {
      return false;
    }
  }

  /** Whether this frame is of stderr. */
  boolean isError() {
    return stream == STDERR;
  }

  /** How many bytes of this frame were not read yet. */
  int remaining() {
    return remaining;
  }

  /** Reads some bytes of this frame. */
  int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, Math.min(length, remaining));
    remaining -= Math.max(0, read);
    return read;
  }

  /** Adds the rest of this frame to a buffer; what would exceed the limit is dropped. */
  void readInto(ByteArrayOutputStream kept, int limit) throws IOException {
    byte[] rest = in.readNBytes(remaining);
    remaining = 0;
    kept.write(rest, 0, Math.min(rest.length, Math.max(0, limit - kept.size())));
  }
}
