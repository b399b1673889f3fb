package dev.deckhand.shell.submission.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Checks that there is one way to read a zip: its central directory and the headers before the data
 * say the same, no two entries share data, and nothing is hidden between them. Programs differ in
 * which of these they follow, so a zip in which they disagree could show a person one file and the
 * grader another. Fields are named as in PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16.
 */
final class ZipDirectory {

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END_RECORD = 0x06054b50;

  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END_LENGTH = 22;
  private static final int ZIP_64_END = 0x06064b50;
  private static final int ZIP_64_END_LENGTH = 56;
  private static final int ZIP_64_LOCATOR = 0x07064b50;
  private static final int ZIP_64_LOCATOR_LENGTH = 20;
  private static final int MAX_COMMENT = 0xFFFF;

  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int SIZES_FOLLOW = 1 << 3;
  private static final int UTF_8 = 1 << 11;
  private static final int ZIP_64 = 0xFFFFFFFF;

  private final byte[] archive;
  private final ByteBuffer bytes;
  private final int maxEntries;

  private ZipDirectory(byte[] archive, int maxEntries) {
    this.archive = archive;
    this.bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    this.maxEntries = maxEntries;
  }

  /** The bytes of an entry: its local header and its data. */
  private record Span(int start, int end) {}

  /**
   * Checks a whole archive.
   *
   * @param maxEntries how many entries it may have
   * @throws UnreadableSubmission with what is wrong
   */
  static void check(byte[] archive, int maxEntries) throws UnreadableSubmission {
    try {
      new ZipDirectory(archive, maxEntries).check();
    } catch (IndexOutOfBoundsException beyond) {
      throw UnreadableSubmission.damaged("The archive is damaged.");
    }
  }

  private void check() throws UnreadableSubmission {
    int end = endRecord();
    int count = Short.toUnsignedInt(bytes.getShort(end + 10));
    int size = bytes.getInt(end + 12);
    int start = bytes.getInt(end + 16);
    if (count == 0xFFFF || size == ZIP_64 || start == ZIP_64) {
      throw UnreadableSubmission.damaged("The archive is in the Zip64 format.");
    }
    boolean oneDisk =
        bytes.getShort(end + 4) == 0
            && bytes.getShort(end + 6) == 0
            && bytes.getShort(end + 8) == bytes.getShort(end + 10);
    if (!oneDisk) {
      throw UnreadableSubmission.damaged("The archive is a part of a split one.");
    }
    if (start < 0
        || size < 0
        || (start + (long) size != end && !isZip64(end, count, size, start))) {
      throw UnreadableSubmission.damaged("The archive is damaged.");
    }
    if (count > maxEntries) {
      throw UnreadableSubmission.tooLarge(
          "The submission has more than " + maxEntries + " files, folders and links.");
    }
    checkSpans(spans(start, start + size, count), start);
  }

  /** The position of the record at the end, of which there must be one only. */
  private int endRecord() throws UnreadableSubmission {
    int first = Math.max(0, archive.length - END_LENGTH - MAX_COMMENT);
    for (int at = archive.length - END_LENGTH; at >= first; at--) {
      if (bytes.getInt(at) == END_RECORD) {
        if (at + END_LENGTH + Short.toUnsignedInt(bytes.getShort(at + 20)) == archive.length) {
          return at;
        }
        throw UnreadableSubmission.damaged("There is something behind the end of the archive.");
      }
    }
    throw UnreadableSubmission.damaged("The archive is cut short.");
  }

  /**
   * Whether Zip64's records are between the directory and the last record, and say the same: some
   * programs write them where they aren't needed.
   */
  private boolean isZip64(int end, int count, int size, int start) {
    int locator = end - ZIP_64_LOCATOR_LENGTH;
    int record = start + size;
    return locator - ZIP_64_END_LENGTH >= record
        && bytes.getInt(locator) == ZIP_64_LOCATOR
        && bytes.getLong(locator + 8) == record
        && bytes.getInt(record) == ZIP_64_END
        && bytes.getLong(record + 4) == locator - record - 12
        && bytes.getLong(record + 32) == count
        && bytes.getLong(record + 40) == size
        && bytes.getLong(record + 48) == start;
  }

  private List<Span> spans(int start, int end, int count) throws UnreadableSubmission {
    var spans = new ArrayList<Span>();
    int at = start;
    while (at < end) {
      if (bytes.getInt(at) != CENTRAL_HEADER || spans.size() == count) {
        throw UnreadableSubmission.damaged("The archive is damaged.");
      }
      spans.add(span(at));
      at +=
          CENTRAL_LENGTH
              + Short.toUnsignedInt(bytes.getShort(at + 28))
              + Short.toUnsignedInt(bytes.getShort(at + 30))
              + Short.toUnsignedInt(bytes.getShort(at + 32));
    }
    if (at != end || spans.size() != count) {
      throw UnreadableSubmission.damaged("The archive is damaged.");
    }
    return spans;
  }

  /** Compares an entry of the directory with the header before its data. */
  private Span span(int central) throws UnreadableSubmission {
    byte[] name = bytes(central + CENTRAL_LENGTH, bytes.getShort(central + 28));
    int flags = bytes.getShort(central + 8);
    int local = bytes.getInt(central + 42);
    if ((flags & ENCRYPTED) != 0) {
      throw UnreadableSubmission.rejected(
          "The file " + quoted(name) + " is encrypted.", "Pack it again, without a password.");
    }
    if (local < 0 || bytes.getInt(local) != LOCAL_HEADER) {
      throw UnreadableSubmission.damaged("The archive is damaged.");
    }
    int localFlags = bytes.getShort(local + 6);
    byte[] localName = bytes(local + LOCAL_LENGTH, bytes.getShort(local + 26));
    boolean same =
        Arrays.equals(name, localName)
            && (flags & (UTF_8 | ENCRYPTED)) == (localFlags & (UTF_8 | ENCRYPTED))
            && bytes.getShort(central + 10) == bytes.getShort(local + 8)
            && ((localFlags & SIZES_FOLLOW) != 0 || hasSameSizes(central, local));
    if (!same) {
      throw UnreadableSubmission.damaged(
          "The archive describes the file " + quoted(name) + " in two ways that differ.");
    }
    long end =
        (long) local
            + LOCAL_LENGTH
            + localName.length
            + Short.toUnsignedInt(bytes.getShort(local + 28))
            + Integer.toUnsignedLong(bytes.getInt(central + 20));
    return new Span(local, Math.toIntExact(Math.min(end, Integer.MAX_VALUE)));
  }

  /** Compares checksum, packed and unpacked size. */
  private boolean hasSameSizes(int central, int local) {
    for (int field = 0; field < 3; field++) {
      int stated = bytes.getInt(local + 14 + 4 * field);
      boolean zip64 = field > 0 && stated == ZIP_64;
      if (!zip64 && stated != bytes.getInt(central + 16 + 4 * field)) {
        return false;
      }
    }
    return true;
  }

  private void checkSpans(List<Span> spans, int directory) throws UnreadableSubmission {
    int end = 0;
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      if (span.start() < end) {
        throw UnreadableSubmission.damaged("Files in the archive share their data.");
      }
      checkGap(end, span.start());
      end = span.end();
    }
    if (end > directory) {
      throw UnreadableSubmission.damaged("The archive is damaged.");
    }
    checkGap(end, directory);
  }

  private void checkGap(int from, int to) throws UnreadableSubmission {
    for (int at = from; at <= to - LOCAL_LENGTH; at++) {
      if (bytes.getInt(at) == LOCAL_HEADER) {
        throw UnreadableSubmission.damaged(
            "The archive contains files that its directory doesn't list.");
      }
    }
  }

  private byte[] bytes(int offset, short length) {
    int end = offset + Short.toUnsignedInt(length);
    if (end > archive.length) {
      throw new IndexOutOfBoundsException(end);
    }
    return Arrays.copyOfRange(archive, offset, end);
  }

  private static String quoted(byte[] name) {
    return PrintableName.quoted(new String(name, StandardCharsets.UTF_8));
  }
}
