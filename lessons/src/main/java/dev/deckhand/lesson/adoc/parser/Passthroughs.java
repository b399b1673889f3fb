package dev.deckhand.lesson.adoc.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text between plus signs, whose characters stand for themselves. It's taken out of a text before
 * the rest is converted, and put back afterwards.
 */
final class Passthroughs {

  private static final char START = '\u0096';
  private static final char END = '\u0097';
  private static final Pattern SLOT = Pattern.compile(START + "(\\d+)" + END);
  private static final Pattern MACRO =
      RubyPattern.overLines(
          "(?:(?:(\\\\?)\\[([^\\]]+)\\])?(\\\\{0,2})(\\+\\+\\+?|\\$\\$)(.*?)\\4"
              + "|(\\\\?)pass:([a-z]+(?:,[a-z-]+)*)?\\[(|.*?[^\\\\])\\])");
  private static final Pattern INLINE =
      RubyPattern.overLines(
          "((?:^|[^<W>;:\\\\])(?=(\\[)|\\+)|\\\\(?=\\[)|(?=\\\\\\+))"
              + "(?:\\2(x-|[^\\]]+ x-)\\]|(?:\\[([^\\]]+)\\])?(?=(\\\\)?\\+))"
              + "(\\5?(\\+|`)(\\S|\\S.*?\\S)\\7)(?![<W>])");
  private static final Pattern STEM =
      RubyPattern.overLines(
          "\\\\?(?:stem|(?:latex|ascii)math):(?:[a-z]+(?:,[a-z-]+)*)?\\[.*?[^\\\\]\\]");

  private final List<String> taken = new ArrayList<>();

  /** Takes them out of a text. */
  String extract(String text) {
    if ((text.contains("++") || text.contains("$$") || text.contains("ss:"))
        && MACRO.matcher(text).find()) {
      throw new UnsupportedMarkupException("a passthrough");
    }
    if (STEM.matcher(text).find()) {
      throw new UnsupportedMarkupException("a formula");
    }
    if (text.indexOf('+') < 0 && text.indexOf('-') < 0) {
      return text;
    }
    return INLINE
        .matcher(text)
        .replaceAll(match -> {
          if (match.group(3) != null || match.group(4) != null) {
            throw new UnsupportedMarkupException("a passthrough with attributes");
          }
          if (match.group(5) != null) {
            return Matcher.quoteReplacement(match.group(1) + match.group(6).substring(1));
          }
          taken.add(SpecialCharacters.escape(match.group(8)));
          return Matcher.quoteReplacement(match.group(1) + START + (taken.size() - 1) + END);
        });
  }

  /** Puts them back. */
  String restore(String text) {
    return taken.isEmpty()
        ? text
        : SLOT.matcher(text)
            .replaceAll(
                match -> Matcher.quoteReplacement(taken.get(Integer.parseInt(match.group(1)))));
  }
}
