package dev.deckhand.shell.submission.archive;

import java.util.Arrays;

/** Tells formats apart by their first bytes; names of files are ignored. */
enum ArchiveFormat {
  ZIP("zip"),
  TAR("tar"),
  GZIP("gzip"),
  SEVEN_ZIP("7z"),
  RAR("rar"),
  XZ("xz"),
  BZIP2("bzip2"),
  ZSTD("zstd"),
  NONE("");

  /** The length of a tar header, and of the blocks of a tar. */
  static final int TAR_BLOCK = 512;

  private static final int CHECKSUM_OFFSET = 148;
  private static final int CHECKSUM_LENGTH = 8;

  private final String word;

  ArchiveFormat(String word) {
    this.word = word;
  }

  /** The name of the format, as people write it; empty if it is none of these. */
  String word() {
    return word;
  }

  boolean isArchive() {
    return this != NONE;
  }

  /** The format of a file that begins with these bytes. */
  static ArchiveFormat of(byte[] bytes) {
    if (startsWith(bytes, 'P', 'K', 3, 4)
        || startsWith(bytes, 'P', 'K', 5, 6)
        || startsWith(bytes, 'P', 'K', 7, 8)) {
      return ZIP;
    }
    if (startsWith(bytes, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (startsWith(bytes, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
      return SEVEN_ZIP;
    }
    if (startsWith(bytes, 'R', 'a', 'r', '!', 0x1A, 7)) {
      return RAR;
    }
    if (startsWith(bytes, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (startsWith(bytes, 'B', 'Z', 'h')) {
      return BZIP2;
    }
    if (startsWith(bytes, 0x28, 0xB5, 0x2F, 0xFD)) {
      return ZSTD;
    }
    return isTar(bytes) ? TAR : NONE;
  }

  /** Whether the first block is the header of a tar, by its checksum; or that of an empty tar. */
  private static boolean isTar(byte[] bytes) {
    if (bytes.length < TAR_BLOCK) {
      return false;
    }
    long sum = 0;
    for (int i = 0; i < TAR_BLOCK; i++) {
      boolean checksum = i >= CHECKSUM_OFFSET && i < CHECKSUM_OFFSET + CHECKSUM_LENGTH;
      sum += checksum ? ' ' : Byte.toUnsignedInt(bytes[i]);
    }
    if (sum == (long) CHECKSUM_LENGTH * ' ') {
      return bytes.length >= 2 * TAR_BLOCK && isZero(bytes);
    }
    return octal(bytes, CHECKSUM_OFFSET, CHECKSUM_LENGTH) == sum;
  }

  private static boolean isZero(byte[] bytes) {
    for (byte one : bytes) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private static long octal(byte[] bytes, int offset, int length) {
    long value = 0;
    boolean digits = false;
    for (byte one : Arrays.copyOfRange(bytes, offset, offset + length)) {
      if (one >= '0' && one <= '7') {
        value = value * 8 + one - '0';
        digits = true;
      } else if (digits) {
        return value;
      } else if (one != ' ') {
        return -1;
      }
    }
    return digits ? value : -1;
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (Byte.toUnsignedInt(bytes[i]) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
