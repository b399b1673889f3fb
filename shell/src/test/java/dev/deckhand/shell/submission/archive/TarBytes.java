package dev.deckhand.shell.submission.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Tars written block by block, so that they can be wrong in any way. */
final class TarBytes {

  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TarBytes file(String name, String text) {
    return entry(name, '0', 0644, "", text.getBytes(StandardCharsets.UTF_8));
  }

  TarBytes file(String name, int mode, byte[] content) {
    return entry(name, '0', mode, "", content);
  }

  TarBytes folder(String name) {
    return entry(name + "/", '5', 0755, "", new byte[0]);
  }

  /** An entry of any type. */
  TarBytes entry(String name, char type, int mode, String link, byte[] content) {
    return raw(header(name, type, mode, link, content.length), content);
  }

  /** Pax records for the next entry. */
  TarBytes pax(String key, String value) {
    return entry("PaxHeader", 'x', 0644, "", record(key, value));
  }

  /** One pax record, which begins with its own length. */
  static byte[] record(String key, String value) {
    String rest = " " + key + "=" + value + "\n";
    int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
    int length = bytes + Integer.toString(bytes).length();
    length = bytes + Integer.toString(length).length();
    return (length + rest).getBytes(StandardCharsets.UTF_8);
  }

  /** A header as it is, and content, which is filled up to whole blocks. */
  TarBytes raw(byte[] header, byte[] content) {
    out.writeBytes(header);
    out.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
    return this;
  }

  static byte[] header(String name, char type, int mode, String link, long size) {
    return header(name.getBytes(StandardCharsets.UTF_8), type, mode, link, size);
  }

  static byte[] header(byte[] name, char type, int mode, String link, long size) {
    var header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, Math.min(name.length, 100));
    put(header, 100, "%07o".formatted(mode));
    put(header, 108, "%07o".formatted(0));
    put(header, 116, "%07o".formatted(0));
    put(header, 124, "%011o".formatted(size));
    put(header, 136, "%011o".formatted(0));
    header[156] = (byte) type;
    put(header, 157, link);
    put(header, 257, "ustar");
    put(header, 263, "00");
    return withChecksum(header);
  }

  static byte[] withChecksum(byte[] header) {
    put(header, 148, "        ");
    int sum = 0;
    for (byte one : header) {
      sum += Byte.toUnsignedInt(one);
    }
    put(header, 148, "%06o".formatted(sum));
    header[154] = 0;
    return header;
  }

  private static void put(byte[] header, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }

  byte[] build() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    all.writeBytes(new byte[2 * BLOCK]);
    return all.toByteArray();
  }

  /** Without the zeros at the end. */
  byte[] buildWithoutEnd() {
    return out.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
