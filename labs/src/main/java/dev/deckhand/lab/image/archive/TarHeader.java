package dev.deckhand.lab.image.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A header of a tar file, as POSIX defines it (ustar).
 *
 * @param name the entry's name, as written in the header
 * @param type {@code 0} for a file, {@code 2} for a symbolic link, {@code 5} for a folder
 * @param size of the entry's data in bytes
 * @param link the target of a link; otherwise empty
 */
record TarHeader(String name, char type, long size, String link) {

  static final int BLOCK = 512;

  static final char FILE = '0';
  static final char HARD_LINK = '1';
  static final char SYMBOLIC_LINK = '2';
  static final char FOLDER = '5';

  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_BYTES = 8;
  private static final long MAX_OCTAL = 0_77777777777L;

  static TarHeader file(String name, long size) {
    return new TarHeader(name, FILE, size, "");
  }

  /** The size of the data with its padding. */
  long paddedSize() {
    return padded(size);
  }

  static long padded(long size) {
    return Math.addExact(size, BLOCK - 1) / BLOCK * BLOCK;
  }

  static boolean isEnd(byte[] block) {
    for (byte one : block) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads a header of 512 bytes. */
  static TarHeader parse(byte[] block) throws MalformedArchive {
    if (number(block, CHECKSUM_AT, CHECKSUM_BYTES) != checksum(block)) {
      throw new MalformedArchive("a header has the wrong checksum");
    }
    long size = number(block, 124, 12);
    if (size < 0 || size > Long.MAX_VALUE - BLOCK) {
      throw new MalformedArchive("an entry has an impossible size");
    }
    boolean posix = text(block, 257, 6).startsWith("ustar") && block[262] == 0;
    String prefix = posix ? text(block, 345, 155) : "";
    String name = text(block, 0, 100);
    char type = block[156] == 0 ? FILE : (char) block[156];
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name, type, size, text(block, 157, 100));
  }

  /** Writes a header of 512 bytes. */
  byte[] toBytes() {
    byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
    if (encoded.length > 100) {
      throw new IllegalArgumentException("the name is too long for a header: " + name);
    }
    byte[] block = new byte[BLOCK];
    System.arraycopy(encoded, 0, block, 0, encoded.length);
    put(block, 100, "0000644");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    putSize(block);
    put(block, 136, "00000000000");
    block[156] = (byte) type;
    put(block, 257, "ustar");
    put(block, 263, "00");
    put(block, CHECKSUM_AT, String.format(Locale.ROOT, "%06o", checksum(block)));
    block[CHECKSUM_AT + 7] = ' ';
    return block;
  }

  /** Sizes of 8 GiB and more have more digits than the field, and are written in binary. */
  private void putSize(byte[] block) {
    if (size <= MAX_OCTAL) {
      put(block, 124, String.format(Locale.ROOT, "%011o", size));
    } else {
      block[124] = (byte) 0x80;
      ByteBuffer.wrap(block).putLong(128, size);
    }
  }

  private static void put(byte[] block, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, block, at, ascii.length);
  }

  private static String text(byte[] block, int at, int length) {
    int end = at;
    while (end < at + length && block[end] != 0) {
      end++;
    }
    return new String(block, at, end - at, StandardCharsets.UTF_8);
  }

  private static long number(byte[] block, int at, int length) throws MalformedArchive {
    if ((block[at] & 0x80) != 0) {
      return binary(block, at, length);
    }
    String digits =
        new String(block, at, length, StandardCharsets.US_ASCII).replace('\0', ' ').strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException odd) {
      throw new MalformedArchive("a header has a field that isn't a number");
    }
  }

  private static long binary(byte[] block, int at, int length) throws MalformedArchive {
    boolean fits = block[at] == (byte) 0x80;
    for (int i = at + 1; i < at + length - Long.BYTES; i++) {
      fits &= block[i] == 0;
    }
    long value = ByteBuffer.wrap(block).getLong(at + length - Long.BYTES);
    if (!fits || value < 0 || length <= Long.BYTES) {
      throw new MalformedArchive("an entry has an impossible size");
    }
    return value;
  }

  /** The sum of all bytes, with spaces for the checksum itself. */
  private static long checksum(byte[] block) {
    byte[] blank = block.clone();
    Arrays.fill(blank, CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_BYTES, (byte) ' ');
    long sum = 0;
    for (byte one : blank) {
      sum += one & 0xff;
    }
    return sum;
  }
}
