package dev.deckhand.site.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Reads which characters a TrueType font has a picture of, by its table {@code cmap} (OpenType 1.9,
 * formats 4 and 12).
 */
final class FontCharacters {

  private static final int UNICODE = 0;
  private static final int WINDOWS = 3;
  private static final int DIRECTORY = 12;
  private static final int RECORD = 16;

  private final ByteBuffer font;
  private final BitSet codePoints = new BitSet();

  private FontCharacters(byte[] font) {
    this.font = ByteBuffer.wrap(font);
  }

  /** The code points. */
  static BitSet of(byte[] font) {
    var reader = new FontCharacters(font);
    reader.read(reader.table("cmap"));
    return reader.codePoints;
  }

  private int table(String name) {
    for (int i = 0; i < u16(4); i++) {
      int at = DIRECTORY + i * RECORD;
      byte[] tag = new byte[4];
      font.get(at, tag);
      if (new String(tag, StandardCharsets.US_ASCII).equals(name)) {
        return font.getInt(at + 8);
      }
    }
    throw new IllegalArgumentException("The font has no table " + name);
  }

  private void read(int cmap) {
    for (int i = 0; i < u16(cmap + 2); i++) {
      int platform = u16(cmap + 4 + i * 8);
      int encoding = u16(cmap + 6 + i * 8);
      int at = cmap + font.getInt(cmap + 8 + i * 8);
      // of Windows' encodings 1 and 10 are Unicode
      if (platform == UNICODE || (platform == WINDOWS && (encoding == 1 || encoding == 10))) {
        switch (u16(at)) {
          case 4 -> segments(at);
          case 12 -> groups(at);
          default -> {}
        }
      }
    }
  }

  private void segments(int at) {
    int twice = u16(at + 6);
    int ends = at + 14;
    int starts = ends + twice + 2;
    int deltas = starts + twice;
    int offsets = deltas + twice;
    for (int i = 0; i < twice; i += 2) {
      int start = u16(starts + i);
      int end = u16(ends + i);
      for (int sign = start; sign <= end && sign != 0xffff; sign++) {
        int offset = u16(offsets + i);
        int glyph = offset == 0 ? sign : u16(offsets + i + offset + 2 * (sign - start));
        if (glyph != 0 && ((glyph + u16(deltas + i)) & 0xffff) != 0) {
          codePoints.set(sign);
        }
      }
    }
  }

  private void groups(int at) {
    for (int i = 0; i < font.getInt(at + 12); i++) {
      int group = at + RECORD + i * 12;
      int first = font.getInt(group);
      // the first of a group may stand for none
      codePoints.set(font.getInt(group + 8) == 0 ? first + 1 : first, font.getInt(group + 4) + 1);
    }
  }

  private int u16(int at) {
    return Short.toUnsignedInt(font.getShort(at));
  }
}
