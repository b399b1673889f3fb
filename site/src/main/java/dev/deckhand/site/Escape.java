package dev.deckhand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes text of others mean nothing to AsciiDoc.
 *
 * <p>In running text every character that AsciiDoc might read becomes a character reference, and
 * the text never starts a line. In a literal block every line is moved one column to the right, so
 * that none is a fence or a directive (directives count in literal blocks too), and {@code indent}
 * moves the block back.
 */
final class Escape {

  private static final Pattern SEQUENCE =
      Pattern.compile(
          "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b\n]*(?:\u0007|\u001b\\\\)");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String READ_BY_ASCIIDOC = "&<>\"`*_#^~+={}[]()\\|:;@$%";
  private static final int TAB = 8;

  /** As many rows as a printed page keeps together, though the one before may end early. */
  private static final int FEW = 24;

  /** As many characters as a row of it has. */
  private static final int WIDE = 90;

  private Escape() {}

  /** Returns text for a place within a line, on one line. */
  static String words(String text) {
    var clean = SPACE.matcher(clean(text)).replaceAll(" ").strip();
    var safe = new StringBuilder();
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (isRead(clean, i)) {
        safe.append("&#").append((int) c).append(';');
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Returns text for a line of its own; {@code {empty}} keeps it from starting one. */
  static String line(String text) {
    return "{empty}" + words(text);
  }

  /** Returns a literal block, with a role, that shows the lines as they are. */
  static List<String> literal(String role, List<String> lines) {
    var shown = lines.stream().map(line -> expand(clean(line)).stripTrailing()).toList();
    int margin =
        shown.stream()
            .filter(line -> !line.isEmpty())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    var block = new ArrayList<String>();
    int rows =
        shown.stream().mapToInt(line -> Math.max(1, Math.ceilDiv(line.length(), WIDE))).sum();
    String whole = rows > FEW ? "" : "%unbreakable";
    block.add("[literal" + whole + ",subs=specialchars,indent=" + margin + ",role=" + role + "]");
    block.add(fence(shown));
    shown.forEach(line -> block.add(line.isEmpty() ? "" : " " + line));
    block.add(fence(shown));
    return block;
  }

  private static boolean isRead(String text, int i) {
    char c = text.charAt(i);
    return switch (c) {
      case '\'' -> !letterAt(text, i - 1) || !letterAt(text, i + 1);
      case '-', '.', '/' -> charAt(text, i - 1) == c || charAt(text, i + 1) == c;
      default -> READ_BY_ASCIIDOC.indexOf(c) >= 0;
    };
  }

  private static boolean letterAt(String text, int i) {
    return Character.isLetter(charAt(text, i));
  }

  private static char charAt(String text, int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
  }

  /** Drops control sequences; what else cannot stand in a page becomes U+FFFD. */
  private static String clean(String text) {
    var clean = new StringBuilder(text.length());
    SEQUENCE
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .map(point -> isShowable(point) ? point : '\ufffd')
        .forEach(clean::appendCodePoint);
    return clean.toString();
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

  private static String expand(String line) {
    var expanded = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        expanded.append(" ".repeat(TAB - expanded.length() % TAB));
      } else {
        expanded.append(c == '\n' ? ' ' : c);
      }
    }
    return expanded.toString();
  }

  private static String fence(List<String> lines) {
    var fence = "....";
    while (String.join("\n", lines).contains(fence)) {
      fence += ".";
    }
    return fence;
  }
}
