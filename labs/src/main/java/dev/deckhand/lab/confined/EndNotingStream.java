package dev.deckhand.lab.confined;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Tells when a stream has ended, in whatever way. */
final class EndNotingStream extends FilterInputStream {

  private final CountDownLatch ended;

  EndNotingStream(InputStream in, CountDownLatch ended) {
    super(in);
    this.ended = ended;
  }

  @Override
  public int read() throws IOException {
    return noted(() -> in.read());
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return noted(() -> in.read(buffer, offset, length));
  }

  private int noted(Read read) throws IOException {
    boolean goesOn = false;
    try {
      int result = read.run();
      goesOn = result >= 0;
      return result;
    } finally {
      if (!goesOn) {
        ended.countDown();
      }
    }
  }

  private interface Read {
    int run() throws IOException;
  }
}
