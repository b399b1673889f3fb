package dev.deckhand.lesson.adoc.prose;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns HTML's character references into the characters that they stand for. */
final class CharacterReferences {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("hellip", "\u2026"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("larr", "\u2190"),
          Map.entry("uarr", "\u2191"),
          Map.entry("rarr", "\u2192"),
          Map.entry("darr", "\u2193"),
          Map.entry("times", "\u00d7"),
          Map.entry("deg", "\u00b0"),
          Map.entry("micro", "\u00b5"),
          Map.entry("copy", "\u00a9"),
          Map.entry("reg", "\u00ae"),
          Map.entry("trade", "\u2122"),
          Map.entry("bull", "\u2022"),
          Map.entry("middot", "\u00b7"),
          Map.entry("ge", "\u2265"),
          Map.entry("le", "\u2264"),
          Map.entry("ne", "\u2260"));

  private CharacterReferences() {}

  /** Decodes; a reference to an unknown or a control character stays as it is written. */
  static String decode(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE
            .matcher(text)
            .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult match) {
    if (match.group(3) != null) {
      return NAMED.getOrDefault(match.group(3), match.group());
    }
    int code =
        match.group(1) != null
            ? Integer.parseInt(match.group(1))
            : Integer.parseInt(match.group(2), 16);
    // a control character would be obeyed by the terminal that it is shown in
    boolean shown =
        Character.isValidCodePoint(code)
            && !Character.isISOControl(code)
            && Character.getType(code) != Character.SURROGATE;
    return !shown ? match.group() : code == 0x200b ? "" : Character.toString(code);
  }

  /** Takes back what Asciidoctor made of dashes, dots, arrows and apostrophes: code is as typed. */
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
