package dev.deckhand.workshop.screen;

/**
 * How a cell looks.
 *
 * @param foreground a colour: {@link #DEFAULT}, an index from 0 to 255, or {@link #RGB} with 24
 *     bits
 * @param background as {@code foreground}
 * @param flags a sum of the constants
 */
record CellStyle(int foreground, int background, int flags) {

  static final int DEFAULT = -1;

  /** Added to a colour that is given by its 24 bits. */
  static final int RGB = 1 << 24;

  static final int BOLD = 1;
  static final int FAINT = 2;
  static final int ITALIC = 4;
  static final int UNDERLINE = 8;
  static final int BLINK = 16;
  static final int INVERSE = 32;
  static final int HIDDEN = 64;
  static final int STRUCK = 128;

  static final CellStyle PLAIN = new CellStyle(DEFAULT, DEFAULT, 0);

  private static final int[] FLAG_CODES = {1, 2, 3, 4, 5, 7, 8, 9};

  /** What an erased cell gets: xterm's "back colour erase". */
  CellStyle erased() {
    return background == DEFAULT ? PLAIN : new CellStyle(DEFAULT, background, 0);
  }

  /** The style after a sequence "select graphic rendition"; unknown parameters are left out. */
  CellStyle after(ControlParameters parameters) {
    int nextForeground = foreground;
    int nextBackground = background;
    int nextFlags = flags;
    for (int i = 0; i < parameters.count(); i++) {
      int code = parameters.get(i, 0);
      switch (code) {
        case 0 -> {
          nextForeground = DEFAULT;
          nextBackground = DEFAULT;
          nextFlags = 0;
        }
        case 1 -> nextFlags |= BOLD;
        case 2 -> nextFlags |= FAINT;
        case 3 -> nextFlags |= ITALIC;
        case 4 -> {
          // 4:0 is no underline; other kinds are shown as a plain one
          boolean none = parameters.isSubParameter(i + 1) && parameters.get(i + 1, 1) == 0;
          nextFlags = none ? nextFlags & ~UNDERLINE : nextFlags | UNDERLINE;
        }
        case 5, 6 -> nextFlags |= BLINK;
        case 7 -> nextFlags |= INVERSE;
        case 8 -> nextFlags |= HIDDEN;
        case 9 -> nextFlags |= STRUCK;
        case 21 -> nextFlags |= UNDERLINE;
        case 22 -> nextFlags &= ~(BOLD | FAINT);
        case 23 -> nextFlags &= ~ITALIC;
        case 24 -> nextFlags &= ~UNDERLINE;
        case 25 -> nextFlags &= ~BLINK;
        case 27 -> nextFlags &= ~INVERSE;
        case 28 -> nextFlags &= ~HIDDEN;
        case 29 -> nextFlags &= ~STRUCK;
        case 38 -> nextForeground = colour(parameters, i, nextForeground);
        case 39 -> nextForeground = DEFAULT;
        case 48 -> nextBackground = colour(parameters, i, nextBackground);
        case 49 -> nextBackground = DEFAULT;
        default -> {
          if (code >= 30 && code <= 37) {
            nextForeground = code - 30;
          } else if (code >= 90 && code <= 97) {
            nextForeground = code - 90 + 8;
          } else if (code >= 40 && code <= 47) {
            nextBackground = code - 40;
          } else if (code >= 100 && code <= 107) {
            nextBackground = code - 100 + 8;
          }
        }
      }
      i += consumed(parameters, i, code);
    }
    return new CellStyle(nextForeground, nextBackground, nextFlags);
  }

  /** How many parameters belong to the one at an index. */
  private static int consumed(ControlParameters parameters, int i, int code) {
    if (parameters.isSubParameter(i + 1)) {
      int count = 0;
      while (parameters.isSubParameter(i + 1 + count)) {
        count++;
      }
      return count;
    }
    if (code != 38 && code != 48) {
      return 0;
    }
    return switch (parameters.get(i + 1, 0)) {
      case 2 -> 4;
      case 5 -> 2;
      default -> 0;
    };
  }

  private static int colour(ControlParameters parameters, int i, int otherwise) {
    int kind = parameters.get(i + 1, 0);
    if (kind == 5) {
      int index = parameters.get(i + 2, -1);
      return index >= 0 && index <= 255 ? index : otherwise;
    }
    if (kind != 2) {
      return otherwise;
    }
    int first = i + 2;
    if (parameters.isSubParameter(i + 1) && parameters.isSubParameter(i + 5)) {
      // with colons, a colour space may stand before the three
      first++;
    }
    int rgb = 0;
    for (int part = 0; part < 3; part++) {
      int value = parameters.get(first + part, 0);
      if (value < 0 || value > 255) {
        return otherwise;
      }
      rgb = (rgb << 8) | value;
    }
    return RGB | rgb;
  }

  /** The sequence that sets this style, whatever was set before. */
  String sequence() {
    var text = new StringBuilder("\033[0");
    for (int bit = 0; bit < FLAG_CODES.length; bit++) {
      if ((flags & (1 << bit)) != 0) {
        text.append(';').append(FLAG_CODES[bit]);
      }
    }
    appendColour(text, foreground, 30);
    appendColour(text, background, 40);
    return text.append('m').toString();
  }

  private static void appendColour(StringBuilder text, int colour, int base) {
    if (colour == DEFAULT) {
      return;
    }
    text.append(';');
    if ((colour & RGB) != 0) {
      text.append(base + 8)
          .append(";2;")
          .append((colour >> 16) & 255)
          .append(';')
          .append((colour >> 8) & 255)
          .append(';')
          .append(colour & 255);
    } else if (colour < 8) {
      text.append(base + colour);
    } else if (colour < 16) {
      text.append(base + 60 + colour - 8);
    } else {
      text.append(base + 8).append(";5;").append(colour);
    }
  }
}
