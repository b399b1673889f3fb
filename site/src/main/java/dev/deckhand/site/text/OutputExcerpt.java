package dev.deckhand.site.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shortens what was typed or printed, and says what is left out. It also bounds the time that a PDF
 * file takes: the converter needs four times as long for a line twice as long.
 */
public enum OutputExcerpt {
  /** What a command printed. */
  OUTPUT(15, 5, 300),
  /** What a learner typed. */
  TYPED(150, 50, 1000);

  private static final Pattern LINE_END = Pattern.compile("\r\n?");

  /** Fewer characters that cannot be shown are shown as U+FFFD. */
  private static final int MIN_BINARY = 32;

  /** One character in so many that cannot be shown makes output binary. */
  private static final int BINARY_SHARE = 10;

  private final int headLines;
  private final int tailLines;
  private final int maxLineLength;

  OutputExcerpt(int headLines, int tailLines, int maxLineLength) {
    this.headLines = headLines;
    this.tailLines = tailLines;
    this.maxLineLength = maxLineLength;
  }

  /** Returns the first lines and the last, and how many are left out between them. */
  public List<String> of(String text) {
    String clean = ShownText.clean(LINE_END.matcher(text).replaceAll("\n"));
    if (clean.isBlank()) {
      return List.of();
    }
    if (isBinary(clean)) {
      return List.of("[... binary data left out ...]");
    }
    List<String> lines = clean.stripTrailing().lines().toList();
    if (lines.size() <= headLines + tailLines + 1) {
      return lines.stream().map(this::shortLine).toList();
    }
    int left = lines.size() - headLines - tailLines;
    var kept = new ArrayList<String>();
    Stream.of(
            lines.subList(0, headLines),
            List.of("[... " + left + " lines left out ...]"),
            lines.subList(lines.size() - tailLines, lines.size()))
        .flatMap(List::stream)
        .map(this::shortLine)
        .forEach(kept::add);
    return kept;
  }

  private static boolean isBinary(String clean) {
    long unshowable = clean.codePoints().filter(point -> point == ShownText.REPLACEMENT).count();
    return unshowable > MIN_BINARY && unshowable * BINARY_SHARE > clean.length();
  }

  private String shortLine(String line) {
    return line.codePointCount(0, line.length()) <= maxLineLength
        ? line
        : line.substring(0, line.offsetByCodePoints(0, maxLineLength)) + " [...]";
  }
}
