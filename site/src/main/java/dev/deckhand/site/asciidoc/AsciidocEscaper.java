package dev.deckhand.site.asciidoc;

import dev.deckhand.site.text.ShownText;
import java.util.ArrayList;
import java.util.List;

/**
 * Escapes text so that it means nothing to AsciiDoc.
 *
 * <p>In running text every character that AsciiDoc might read becomes a character reference, and
 * the text never starts a line. In a literal block every line is moved one column to the right, so
 * that none is a fence or a directive (directives count in literal blocks too), and {@code indent}
 * moves the block back.
 */
public final class AsciidocEscaper {

  private static final String MARKUP_CHARACTERS = "&<>\"`*_#^~+={}[]()\\|:;@$%";

  /** The most rows that are kept on one printed page. */
  private static final int MAX_UNBREAKABLE_ROWS = 24;

  /** The number of characters in a printed row. */
  private static final int ROW_WIDTH = 90;

  private AsciidocEscaper() {}

  /** Returns text for use within a line. */
  public static String inline(String text) {
    var clean = ShownText.onOneLine(text).strip();
    var safe = new StringBuilder();
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (isMarkup(clean, i)) {
        safe.append("&#").append((int) c).append(';');
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Returns text for a line of its own; {@code {empty}} keeps it from starting one. */
  public static String line(String text) {
    return "{empty}" + inline(text);
  }

  /** Returns a literal block, with a role, that shows the lines as they are. */
  public static List<String> literalBlock(String role, List<String> lines) {
    List<String> shown = ShownText.preformatted(lines);
    int margin =
        shown.stream()
            .filter(line -> !line.isEmpty())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    var block = new ArrayList<String>();
    int rows =
        shown.stream().mapToInt(line -> Math.max(1, Math.ceilDiv(line.length(), ROW_WIDTH))).sum();
    String whole = rows > MAX_UNBREAKABLE_ROWS ? "" : "%unbreakable";
    block.add("[literal" + whole + ",subs=specialchars,indent=" + margin + ",role=" + role + "]");
    block.add(fence(shown));
    shown.forEach(line -> block.add(line.isEmpty() ? "" : " " + line));
    block.add(fence(shown));
    return block;
  }

  private static boolean isMarkup(String text, int i) {
    char c = text.charAt(i);
    return switch (c) {
      case '\'' -> !isLetterAt(text, i - 1) || !isLetterAt(text, i + 1);
      case '-', '.', '/' -> charAt(text, i - 1) == c || charAt(text, i + 1) == c;
      default -> MARKUP_CHARACTERS.indexOf(c) >= 0;
    };
  }

  private static boolean isLetterAt(String text, int i) {
    return Character.isLetter(charAt(text, i));
  }

  private static char charAt(String text, int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
  }

  private static String fence(List<String> lines) {
    var fence = "....";
    while (String.join("\n", lines).contains(fence)) {
      fence += ".";
    }
    return fence;
  }
}
