package dev.deckhand.shell.submission.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The unpacked bytes of an archive, which end with an error where they exceed a limit. */
final class UnpackedStream extends FilterInputStream {

  private static final long FREE_BYTES = 1_000_000;

  private final SubmissionLimits limits;
  private final long packedBytes;
  private long total;
  private long allowance = Long.MAX_VALUE;
  private long gaps;
  private int zeros;
  private boolean ended;
  private final byte[] lastBlock = new byte[ArchiveFormat.TAR_BLOCK];

  /**
   * @param packedBytes the size of the whole archive
   */
  UnpackedStream(InputStream in, long packedBytes, SubmissionLimits limits) {
    super(in);
    this.packedBytes = packedBytes;
    this.limits = limits;
  }

  /** Goes on with another part of the same archive. */
  InputStream next(InputStream part) {
    in = part;
    return this;
  }

  /**
   * Limits what may be read from here on.
   *
   * @param bytes until the next call of this method
   */
  void allow(long bytes) {
    allowance = bytes;
  }

  /** Whether the last bytes that were read are a whole block of zeros: a tar ends with them. */
  boolean endsWithZeroBlock() {
    return zeros >= ArchiveFormat.TAR_BLOCK;
  }

  /**
   * Counts bytes that are in no archive: the gaps of sparse files.
   *
   * @throws UnreadableSubmission if they exceed the limit
   */
  void countGaps(long bytes) throws UnreadableSubmission {
    gaps += Math.clamp(bytes, 0, limits.unpackedBytes());
    if (gaps >= limits.unpackedBytes()) {
      throw tooMuch();
    }
  }

  /** The last bytes that were read: a tar's header, just after it was read. */
  byte[] lastBlock() {
    return lastBlock.clone();
  }

  /** Whether there was nothing more to read. */
  boolean hasEnded() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    ended = count < 0;
    if (count > 0) {
      count(buffer, offset, count);
    }
    return count;
  }

  /** Reads what is skipped, so that it counts. */
  @Override
  public long skip(long length) throws IOException {
    var buffer = new byte[Math.clamp(length, 0, 8192)];
    long skipped = 0;
    while (skipped < length) {
      int count = read(buffer, 0, (int) Math.min(buffer.length, length - skipped));
      if (count < 0) {
        break;
      }
      skipped += count;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(byte[] buffer, int offset, int count) throws UnreadableSubmission {
    total += count;
    allowance -= count;
    int kept = Math.min(count, lastBlock.length);
    System.arraycopy(lastBlock, kept, lastBlock, 0, lastBlock.length - kept);
    System.arraycopy(buffer, offset + count - kept, lastBlock, lastBlock.length - kept, kept);
    int trailing = 0;
    while (trailing < count && buffer[offset + count - 1 - trailing] == 0) {
      trailing++;
    }
    zeros = trailing == count ? Math.min(zeros + count, ArchiveFormat.TAR_BLOCK) : trailing;
    if (total > limits.unpackedBytes()) {
      throw tooMuch();
    }
    if (total > FREE_BYTES && total / limits.ratio() > packedBytes) {
      throw UnreadableSubmission.tooLarge(
          "The archive unpacks to more than " + limits.ratio() + " times its size.");
    }
    if (allowance < 0) {
      throw UnreadableSubmission.damaged("The headers of the archive are too large.");
    }
  }

  private UnreadableSubmission tooMuch() {
    return UnreadableSubmission.tooLarge(
        "The archive unpacks to more than " + SubmissionLimits.size(limits.unpackedBytes()) + ".");
  }
}
