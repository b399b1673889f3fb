package dev.deckhand.lab.image.archive;

import java.util.HexFormat;

/** How a file is compressed, as its first bytes tell. */
enum Compression {
  NONE("", "", ""),
  GZIP("gzip", "gunzip", "1f8b"),
  ZSTD("zstd", "unzstd", "28b52ffd"),
  XZ("xz", "unxz", "fd377a585a"),
  BZIP2("bzip2", "bunzip2", "425a68"),
  ZIP("zip", "unzip", "504b0304");

  /** How many bytes tell. */
  static final int BYTES = 5;

  private final String program;
  private final String inverse;
  private final String magic;

  /**
   * @param magic the first bytes, in hexadecimal digits
   */
  Compression(String program, String inverse, String magic) {
    this.program = program;
    this.inverse = inverse;
    this.magic = magic;
  }

  static Compression of(byte[] head) {
    String hex = HexFormat.of().formatHex(head);
    for (Compression one : values()) {
      if (one != NONE && hex.startsWith(one.magic)) {
        return one;
      }
    }
    return NONE;
  }

  /** The program that compressed it. */
  String program() {
    return program;
  }

  /** The command that decompresses it. */
  String inverse() {
    return inverse;
  }
}
