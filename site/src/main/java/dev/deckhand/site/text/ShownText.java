package dev.deckhand.site.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes text that was typed or printed fit to be shown outside a terminal. */
public final class ShownText {

  private static final Pattern CONTROL_SEQUENCE =
      Pattern.compile(
          "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b\n]*(?:\u0007|\u001b\\\\)");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int TAB_WIDTH = 8;
  static final int REPLACEMENT = 0xfffd;

  private ShownText() {}

  /**
   * Removes control sequences, and replaces control characters and those that reverse the direction
   * of text with U+FFFD. Line breaks and tabs stay.
   */
  public static String clean(String text) {
    var clean = new StringBuilder(text.length());
    CONTROL_SEQUENCE
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .map(point -> isShowable(point) ? point : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Returns clean text with each run of white space, line breaks among it, as one blank. */
  public static String onOneLine(String text) {
    return SPACE.matcher(clean(text)).replaceAll(" ");
  }

  /**
   * Returns clean lines for a preformatted block: tabs are expanded, trailing blanks and empty
   * lines at both ends are removed.
   */
  public static List<String> preformatted(List<String> lines) {
    var shown = new ArrayList<String>();
    lines.forEach(line -> shown.add(expandTabs(clean(line)).stripTrailing()));
    while (!shown.isEmpty() && shown.getFirst().isEmpty()) {
      shown.removeFirst();
    }
    while (!shown.isEmpty() && shown.getLast().isEmpty()) {
      shown.removeLast();
    }
    return shown;
  }

  private static boolean isShowable(int point) {
    return point == '\n'
        || point == '\t'
        || !(Character.isISOControl(point)
            || Character.getType(point) == Character.SURROGATE
            || (point & 0xfffe) == 0xfffe
            || (point >= 0x202a && point <= 0x202e)
            || (point >= 0x2066 && point <= 0x2069));
  }

  private static String expandTabs(String line) {
    var expanded = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        expanded.append(" ".repeat(TAB_WIDTH - expanded.length() % TAB_WIDTH));
      } else {
        expanded.append(c == '\n' ? ' ' : c);
      }
    }
    return expanded.toString();
  }
}
