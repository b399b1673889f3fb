package dev.deckhand.lab.image.archive;

import dev.deckhand.lab.docker.BlockInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** Reads parts of a file by position. */
final class ChannelReader {

  private static final int BUFFER = 1 << 18;

  private ChannelReader() {}

  /** Reads a small part as a whole. */
  static byte[] read(FileChannel file, BlobSpan span) throws IOException {
    byte[] content = new byte[Math.toIntExact(span.size())];
    fill(file, ByteBuffer.wrap(content), span.offset());
    return content;
  }

  private static void fill(FileChannel file, ByteBuffer into, long from) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int read = file.read(into, at);
      if (read < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      at += read;
    }
  }

  /**
   * Returns the digest of a part.
   *
   * @param progress is told how many bytes were read since it was told last
   */
  static Digest digest(FileChannel file, BlobSpan span, LongConsumer progress)
      throws IOException, InterruptedException {
    MessageDigest algorithm = Digest.algorithm();
    var buffer = ByteBuffer.allocate(BUFFER);
    for (long done = 0; done < span.size(); done += buffer.limit()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      buffer.clear().limit((int) Math.min(BUFFER, span.size() - done));
      fill(file, buffer, span.offset() + done);
      algorithm.update(buffer.flip());
      progress.accept(buffer.limit());
    }
    return Digest.result(algorithm);
  }

  /** Returns a part as a stream. */
  static InputStream stream(FileChannel file, BlobSpan span) {
    return new PartStream(file, span);
  }

  private static final class PartStream extends BlockInputStream {

    private final FileChannel file;
    private long at;
    private long left;

    PartStream(FileChannel file, BlobSpan span) {
      this.file = file;
      this.at = span.offset();
      this.left = span.size();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      int wanted = (int) Math.min(length, left);
      fill(file, ByteBuffer.wrap(buffer, offset, wanted), at);
      at += wanted;
      left -= wanted;
      return wanted;
    }
  }
}
