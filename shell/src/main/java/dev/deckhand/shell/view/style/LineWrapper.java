package dev.deckhand.shell.view.style;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/**
 * Breaks styled text into lines by what it takes on the screen, not by how many characters it has.
 */
public final class LineWrapper {

  private LineWrapper() {}

  /**
   * Breaks at spaces, between wide characters, and at line ends that the author wants. A word wider
   * than a whole line is broken between characters, never within one.
   */
  public static List<AttributedString> wrap(AttributedString text, int width) {
    var lines = new ArrayList<AttributedString>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        fill(text.subSequence(start, i), Math.max(1, width), lines);
        start = i + 1;
      }
    }
    return lines;
  }

  private static void fill(AttributedString text, int width, List<AttributedString> lines) {
    int start = 0;
    int end = 0;
    for (int stop : breakPoints(text.toString())) {
      if (end > start && trimmed(text, start, stop).columnLength() > width) {
        lines.add(trimmed(text, start, end));
        start = end;
      }
      end = stop;
      start = splitLongWord(text, start, end, width, lines);
    }
    lines.add(trimmed(text, start, end));
  }

  /** Takes full lines off a stretch that has no place to break; returns where the rest starts. */
  private static int splitLongWord(
      AttributedString text, int start, int end, int width, List<AttributedString> lines) {
    int from = start;
    while (trimmed(text, from, end).columnLength() > width) {
      int cut = fittingEnd(text, from, end, width);
      lines.add(text.subSequence(from, cut));
      from = cut;
    }
    return from;
  }

  /** Where the characters that fit end; at least one is taken. */
  static int fittingEnd(AttributedString text, int start, int end, int width) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.toString());
    int cut = characters.following(start);
    for (int next = cut; next != BreakIterator.DONE && next <= end; next = characters.next()) {
      if (text.subSequence(start, next).columnLength() > width) {
        break;
      }
      cut = next;
    }
    return Math.min(cut, end);
  }

  private static List<Integer> breakPoints(String text) {
    var places = BreakIterator.getLineInstance(Locale.ROOT);
    places.setText(text);
    var stops = new ArrayList<Integer>();
    places.first();
    for (int at = places.next(); at != BreakIterator.DONE; at = places.next()) {
      if (at == text.length() || mayBreak(text, at)) {
        stops.add(at);
      }
    }
    return stops;
  }

  /** Not after a hyphen or a slash: commands and names would come apart. */
  private static boolean mayBreak(String text, int at) {
    int before = text.codePointBefore(at);
    return Character.isWhitespace(before)
        || WCWidth.wcwidth(before) == 2
        || WCWidth.wcwidth(text.codePointAt(at)) == 2;
  }

  private static AttributedString trimmed(AttributedString text, int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return text.subSequence(start, last);
  }
}
