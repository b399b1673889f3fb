package dev.deckhand.lesson.adoc.prose;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Replaces HTML's character references by their characters. */
final class CharacterReferences {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));");

  private CharacterReferences() {}

  /** Decodes references; those to unknown and control characters are kept. */
  static String decode(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE
            .matcher(text)
            .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult match) {
    if (match.group(3) != null) {
      return Parser.unescapeEntities(match.group(), true);
    }
    int code =
        match.group(1) != null
            ? Integer.parseInt(match.group(1))
            : Integer.parseInt(match.group(2), 16);
    // a terminal would obey a control character
    boolean shown =
        Character.isValidCodePoint(code)
            && !Character.isISOControl(code)
            && Character.getType(code) != Character.SURROGATE;
    return !shown ? match.group() : code == 0x200b ? "" : Character.toString(code);
  }

  /** Undoes Asciidoctor's replacement of dashes, dots, arrows and apostrophes in code. */
  static String undoTypography(String code) {
    return code.replace("&#8201;&#8212;&#8201;", " -- ")
        .replace("&#8212;&#8203;", "--")
        .replace("&#8230;&#8203;", "...")
        .replace("&#8217;", "'")
        .replace("&#8594;", "->")
        .replace("&#8658;", "=>")
        .replace("&#8592;", "<-")
        .replace("&#8656;", "<=")
        .replace("&#169;", "(C)")
        .replace("&#174;", "(R)")
        .replace("&#8482;", "(TM)");
  }
}
