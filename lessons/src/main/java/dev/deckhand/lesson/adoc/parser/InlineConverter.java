package dev.deckhand.lesson.adoc.parser;

import static dev.deckhand.lesson.adoc.document.InlineMarkup.element;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts running text, substitution by substitution, in Asciidoctor's order. */
final class InlineConverter {

  /** Left to Asciidoctor: scripts whose letters the two may tell apart in different ways. */
  private static final Pattern FOREIGN =
      Pattern.compile("[^\\t\\n -~\u00a1-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u25ff]");

  private static final Pattern ATTRIBUTE =
      RubyPattern.of("(\\\\)?\\{([<W>][<W>-]*|(set|counter2?):.+?)(\\\\)?\\}");

  private static final Map<String, String> INTRINSIC =
      Map.ofEntries(
          Map.entry("startsb", "["),
          Map.entry("endsb", "]"),
          Map.entry("vbar", "|"),
          Map.entry("caret", "^"),
          Map.entry("asterisk", "*"),
          Map.entry("tilde", "~"),
          Map.entry("plus", "&#43;"),
          Map.entry("backslash", "\\"),
          Map.entry("backtick", "`"),
          Map.entry("nbsp", "&#160;"),
          Map.entry("apos", "&#39;"),
          Map.entry("quot", "&#34;"),
          Map.entry("two-colons", "::"),
          Map.entry("two-semicolons", ";;"));

  private static final Pattern HARD_BREAK = RubyPattern.of("^(.*) \\+$");

  private static final String BEFORE = "(^|[^<W>;:}])";
  private static final String ATTRIBUTES = "(?:\\[([^\\]]+)\\])?";
  private static final String AFTER = "(?![<W>])";

  private static final List<Quote> QUOTES =
      List.of(
          unconstrained("strong", "\\*\\*(.+?)\\*\\*"),
          constrained("strong", BEFORE, "\\*(\\S|\\S.*?\\S)\\*" + AFTER),
          constrained("double", BEFORE, "\"`(\\S|\\S.*?\\S)`\"" + AFTER),
          constrained("single", "(^|[^<W>;:`}])", "'`(\\S|\\S.*?\\S)`'" + AFTER),
          unconstrained("monospaced", "``(.+?)``"),
          constrained("monospaced", "(^|[^<W>;:\"'`}])", "`(\\S|\\S.*?\\S)`(?![<W>\"'`])"),
          unconstrained("emphasis", "__(.+?)__"),
          constrained("emphasis", BEFORE, "_(\\S|\\S.*?\\S)_" + AFTER),
          unconstrained("mark", "##(.+?)##"),
          constrained("mark", "(^|[^<W>&;:}])", "#(\\S|\\S.*?\\S)#" + AFTER),
          unconstrained("superscript", "\\^(\\S+?)\\^"),
          unconstrained("subscript", "~(\\S+?)~"));

  private static final Pattern QUOTED = Pattern.compile("[*_`#^~]");
  private static final Pattern REPLACEABLE = Pattern.compile("[&']|--|\\.\\.\\.|\\([CRT]M?\\)");

  private static final List<Replacement> REPLACEMENTS =
      List.of(
          new Replacement("\\\\?()\\(C\\)()", "&#169;"),
          new Replacement("\\\\?()\\(R\\)()", "&#174;"),
          new Replacement("\\\\?()\\(TM\\)()", "&#8482;"),
          new Replacement("()(?: |\\n|^|\\\\)--(?: |\\n|$)()", "&#8201;&#8212;&#8201;"),
          new Replacement("([<W>])\\\\?--(?=[<W>])()", "&#8212;&#8203;"),
          new Replacement("\\\\?()\\.\\.\\.()", "&#8230;&#8203;"),
          new Replacement("\\\\?()`'()", "&#8217;"),
          new Replacement("([<N>])\\\\?'(?=[<A>])()", "&#8217;"),
          new Replacement("\\\\?()-&gt;()", "&#8594;"),
          new Replacement("\\\\?()=&gt;()", "&#8658;"),
          new Replacement("\\\\?()&lt;-()", "&#8592;"),
          new Replacement("\\\\?()&lt;=()", "&#8656;"),
          new Replacement(
              "\\\\?(&)amp;((?:[a-zA-Z][a-zA-Z]+\\d{0,2}|#\\d\\d\\d{0,4}"
                  + "|#x[\\da-fA-F][\\da-fA-F][\\da-fA-F]{0,3});)",
              ""));

  private final MacroConverter macros = new MacroConverter();

  /** Text between two signs; unconstrained if it may begin within a word. */
  private record Quote(String kind, boolean constrained, Pattern pattern) {}

  private static Quote unconstrained(String kind, String pattern) {
    Pattern whole =
        kind.endsWith("script")
            ? RubyPattern.of("\\\\?" + ATTRIBUTES + pattern)
            : RubyPattern.overLines("\\\\?" + ATTRIBUTES + pattern);
    return new Quote(kind, false, whole);
  }

  private static Quote constrained(String kind, String before, String pattern) {
    return new Quote(kind, true, RubyPattern.overLines(before + ATTRIBUTES + pattern));
  }

  /** Characters that stand for others. The two groups are kept around the replacement. */
  private record Replacement(Pattern pattern, String by) {
    Replacement(String pattern, String by) {
      this(RubyPattern.of(pattern), by);
    }

    String apply(String text) {
      return pattern
          .matcher(text)
          .replaceAll(match ->
              Matcher.quoteReplacement(
                  match.group().indexOf('\\') >= 0
                      ? match.group().replaceFirst("\\\\", "")
                      : match.group(1) + by + match.group(2)));
    }
  }

  /** Converts a text to inline markup. */
  String convert(String source) {
    if (source.isEmpty()) {
      return source;
    }
    if (FOREIGN.matcher(source).find()) {
      throw new UnsupportedMarkupException("characters that may be read in another way");
    }
    var passthroughs = new Passthroughs();
    String text = SpecialCharacters.escape(passthroughs.extract(source));
    text = replaceAttributes(convertQuotes(text));
    if (REPLACEABLE.matcher(text).find()) {
      for (Replacement replacement : REPLACEMENTS) {
        text = replacement.apply(text);
      }
    }
    text = macros.convert(text);
    if (text.contains(" +")) {
      text =
          HARD_BREAK
              .matcher(text)
              .replaceAll(
                  match -> Matcher.quoteReplacement(match.group(1) + element("break", "", "")));
    }
    return passthroughs.restore(text);
  }

  private static String convertQuotes(String source) {
    String text = source;
    if (QUOTED.matcher(text).find()) {
      for (Quote quote : QUOTES) {
        text =
            quote
                .pattern()
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(quoted(quote, match)));
      }
    }
    return text;
  }

  private static String quoted(Quote quote, MatchResult match) {
    int first = quote.constrained() ? 2 : 1;
    String attributes = match.group(first);
    String content = match.group(first + 1);
    if (attributes != null && attributes.indexOf('{') >= 0) {
      throw new UnsupportedMarkupException("attributes to be converted");
    }
    boolean escaped = match.group().startsWith("\\");
    if (escaped && (!quote.constrained() || attributes == null)) {
      return match.group().substring(1);
    }
    if (escaped) {
      return "[" + attributes + "]" + element(quote.kind(), "", content);
    }
    boolean unquoted = attributes != null && quote.kind().equals("mark");
    return (quote.constrained() ? match.group(1) : "")
        + element(unquoted ? "unquoted" : quote.kind(), "", content);
  }

  private static String replaceAttributes(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    return ATTRIBUTE
        .matcher(text)
        .replaceAll(match -> {
          if (match.group(1) != null || match.group(4) != null) {
            return Matcher.quoteReplacement("{" + match.group(2) + "}");
          }
          String value = INTRINSIC.get(match.group(2));
          if (value == null) {
            throw new UnsupportedMarkupException("the attribute " + match.group(2));
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
