package dev.deckhand.shell.submission.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Zips written byte by byte, so that they can be wrong in any way. */
final class ZipBytes {

  private final List<Entry> entries = new ArrayList<>();
  private byte[] beforeDirectory = new byte[0];
  private byte[] atEnd = new byte[0];
  private int count = -1;
  private boolean zip64;
  private int zip64Difference;

  /** An entry; each field can be set to something else. */
  static final class Entry {
    byte[] localName = new byte[0];
    byte[] name = new byte[0];
    byte[] data = new byte[0];
    byte[] extra = new byte[0];
    int method;
    int flags;
    int localFlags;
    int madeBy = 3 << 8 | 20;
    int mode = 0100644;
    long crc;
    long localCrc;
    long size;
    int offset = -1;
    boolean hidden;
  }

  /** A file of Unix, without compression. */
  ZipBytes file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8), _ -> {});
  }

  ZipBytes file(String name, String text, Consumer<Entry> change) {
    return file(name, text.getBytes(StandardCharsets.UTF_8), change);
  }

  ZipBytes file(String name, byte[] content, Consumer<Entry> change) {
    var entry = new Entry();
    entry.name = name.getBytes(StandardCharsets.UTF_8);
    entry.localName = entry.name;
    entry.data = content;
    entry.size = content.length;
    var checksum = new CRC32();
    checksum.update(content);
    entry.crc = checksum.getValue();
    entry.localCrc = entry.crc;
    change.accept(entry);
    entries.add(entry);
    return this;
  }

  /** A compressed file. */
  ZipBytes deflated(String name, byte[] content) {
    return file(
        name,
        content,
        entry -> {
          entry.method = 8;
          entry.data = deflate(content);
        });
  }

  ZipBytes beforeDirectory(byte[] bytes) {
    beforeDirectory = bytes;
    return this;
  }

  ZipBytes atEnd(byte[] bytes) {
    atEnd = bytes;
    return this;
  }

  ZipBytes count(int stated) {
    count = stated;
    return this;
  }

  /** With the records of Zip64, which aren't needed. */
  ZipBytes zip64(int difference) {
    zip64 = true;
    zip64Difference = difference;
    return this;
  }

  private static byte[] zip64(int entries, int size, int start) {
    return little(76)
        .putInt(0x06064b50)
        .putLong(44)
        .putShort((short) 45)
        .putShort((short) 45)
        .putInt(0)
        .putInt(0)
        .putLong(entries)
        .putLong(entries)
        .putLong(size)
        .putLong(start)
        .putInt(0x07064b50)
        .putInt(0)
        .putLong(start + (long) size)
        .putInt(1)
        .array();
  }

  byte[] build() {
    var out = new ByteArrayOutputStream();
    var central = new ByteArrayOutputStream();
    int listed = 0;
    for (Entry entry : entries) {
      int offset = entry.offset >= 0 ? entry.offset : out.size();
      if (entry.offset < 0) {
        out.writeBytes(local(entry));
      }
      if (!entry.hidden) {
        central.writeBytes(central(entry, offset));
        listed++;
      }
    }
    out.writeBytes(beforeDirectory);
    int start = out.size();
    out.writeBytes(central.toByteArray());
    int stated = count < 0 ? listed : count;
    if (zip64) {
      out.writeBytes(zip64(listed + zip64Difference, central.size(), start));
    }
    out.writeBytes(
        little(22)
            .putInt(0x06054b50)
            .putShort((short) 0)
            .putShort((short) 0)
            .putShort((short) stated)
            .putShort((short) stated)
            .putInt(central.size())
            .putInt(start)
            .putShort((short) 0)
            .array());
    out.writeBytes(atEnd);
    return out.toByteArray();
  }

  private static byte[] local(Entry entry) {
    return little(30 + entry.localName.length + entry.extra.length + entry.data.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putShort((short) (entry.flags | entry.localFlags))
        .putShort((short) entry.method)
        .putInt(0)
        .putInt((int) entry.localCrc)
        .putInt(entry.data.length)
        .putInt((int) entry.size)
        .putShort((short) entry.localName.length)
        .putShort((short) entry.extra.length)
        .put(entry.localName)
        .put(entry.extra)
        .put(entry.data)
        .array();
  }

  private static byte[] central(Entry entry, int offset) {
    return little(46 + entry.name.length + entry.extra.length)
        .putInt(0x02014b50)
        .putShort((short) entry.madeBy)
        .putShort((short) 20)
        .putShort((short) entry.flags)
        .putShort((short) entry.method)
        .putInt(0)
        .putInt((int) entry.crc)
        .putInt(entry.data.length)
        .putInt((int) entry.size)
        .putShort((short) entry.name.length)
        .putShort((short) entry.extra.length)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(entry.mode << 16)
        .putInt(offset)
        .put(entry.name)
        .put(entry.extra)
        .array();
  }

  /** Info-ZIP's extra field with a name in UTF-8. */
  static byte[] unicodeName(byte[] rawName, String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    var checksum = new CRC32();
    checksum.update(rawName);
    return little(9 + utf8.length)
        .putShort((short) 0x7075)
        .putShort((short) (5 + utf8.length))
        .put((byte) 1)
        .putInt((int) checksum.getValue())
        .put(utf8)
        .array();
  }

  static byte[] deflate(byte[] content) {
    try (var deflater = new Deflater(9, true)) {
      deflater.setInput(content);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
