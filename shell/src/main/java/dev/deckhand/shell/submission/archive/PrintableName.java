package dev.deckhand.shell.submission.archive;

/** Names from archives as text that is safe to print: one line, bounded, without controls. */
public final class PrintableName {

  private static final int MAX_CODE_POINTS = 80;

  private PrintableName() {}

  /** The name in double quotes; unsafe characters are written as code points, {@code <U+001B>}. */
  public static String quoted(String name) {
    var text = new StringBuilder("\"");
    name.codePoints()
        .limit(MAX_CODE_POINTS)
        .forEach(point -> {
          if (isUnsafe(point) || point == '"') {
            text.append("<U+%04X>".formatted(point));
          } else {
            text.appendCodePoint(point);
          }
        });
    boolean cut = name.codePoints().skip(MAX_CODE_POINTS).findAny().isPresent();
    return text.append(cut ? "…\"" : "\"").toString();
  }

  /** Whether a character could change how a line looks: controls, and those of direction. */
  static boolean isUnsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT ->
          (point >= 0x200E && point <= 0x200F)
              || (point >= 0x202A && point <= 0x202E)
              || (point >= 0x2060 && point <= 0x206F)
              || point == 0xFEFF;
      default -> false;
    };
  }
}
