package dev.deckhand.lesson.adoc.parser;

import static dev.deckhand.lesson.adoc.document.InlineMarkup.element;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts links and addresses. All other macros are left to Asciidoctor. */
final class MacroConverter {

  private static final List<Pattern> UNSUPPORTED =
      List.of(
          RubyPattern.overLines("(?:kbd|btn):\\[(?:.*?[^\\\\])\\]"),
          RubyPattern.overLines("menu:(?:[<W>]|[<W>&][^\\n\\[]*[^\\s\\[])\\[ *(?:|.*?[^\\\\])\\]"),
          RubyPattern.overLines("\"[<W>&][^\"]*?[ \\n]+&gt;[ \\n]+[^\"]*\""),
          RubyPattern.overLines(
              "i(?:mage|con):[^:\\s\\[](?:[^\\n\\[]*[^\\s\\[])?\\[(?:|.*?[^\\\\])\\]"),
          RubyPattern.overLines("indexterm2?:\\[.*?[^\\\\]\\]|\\(\\(.+?\\)\\)(?!\\))"),
          RubyPattern.overLines(
              "\\[\\[[<A>_:][<W>\\-:.]*(?:, *.+?)? ?\\]\\]|anchor:[<A>_:][<W>\\-:.]*\\["),
          RubyPattern.overLines("&lt;&lt;[<W>#/.:{].*?&gt;&gt;|xref:[<W>#/.:{].*?\\["),
          RubyPattern.overLines("footnote(?:ref:|:[<W>-]*)\\["));

  private static final Pattern ADDRESS =
      RubyPattern.overLines(
          "(^|link:|[\\t\\p{Zs}]|\\\\?&lt;()|[>\\(\\)\\[\\];\"'])(\\\\?(?:https?|file|ftp|irc)://)"
              + "(?:([^\\s\\[\\]]+)\\[(|.*?[^\\\\])\\]|\\2([^\\s]+?)&gt;"
              + "|([^\\s\\[\\]<]*([^\\s,.?!\\[\\]<\\)])))");

  private static final Pattern LINK =
      RubyPattern.overLines("\\\\?(?:link|(mailto)):(|[^:\\s\\[][^\\s\\[]*)\\[(|.*?[^\\\\])\\]");

  private static final Pattern EMAIL =
      RubyPattern.of(
          "([\\\\>:/])?[<W>](?:&amp;|[<W>\\-.%+])*@[<N>][<N>_\\-.]*\\.[a-zA-Z]{2,5}(?![<W>])");

  String convert(String source) {
    for (Pattern pattern : UNSUPPORTED) {
      if (pattern.matcher(source).find()) {
        throw new UnsupportedMarkupException("a macro");
      }
    }
    String text = source;
    if (text.contains("://")) {
      text = ADDRESS.matcher(text).replaceAll(match -> Matcher.quoteReplacement(address(match)));
    }
    if (text.contains("link:") || text.contains("ilto:")) {
      text = LINK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(link(match)));
    }
    if (text.indexOf('@') >= 0) {
      text = EMAIL.matcher(text).replaceAll(match -> Matcher.quoteReplacement(email(match)));
    }
    return text;
  }

  private static String address(MatchResult match) {
    String whole = match.group();
    String prefix = match.group(1);
    String scheme = match.group(3);
    boolean escaped = scheme.startsWith("\\");
    if (match.group(2) != null && match.group(5) == null) {
      if (prefix.startsWith("\\")) {
        return whole.substring(1);
      }
      if (escaped) {
        return prefix + whole.substring(prefix.length() + 1);
      }
      if (match.group(6) == null) {
        return whole;
      }
      String target = scheme + match.group(6);
      return element("link", target, target);
    }
    if (escaped) {
      return prefix + whole.substring(prefix.length() + 1);
    }
    if (match.group(5) != null) {
      String target = scheme + match.group(4);
      return (prefix.equals("link:") ? "" : prefix)
          + element("link", target, text(match.group(5), target));
    }
    String target = scheme + match.group(7);
    String suffix = "";
    if (prefix.equals("link:") || prefix.equals("\"") || prefix.equals("'")) {
      return whole;
    }
    String last = match.group(8);
    if (last.equals(";") || last.equals(":")) {
      target = target.substring(0, target.length() - 1);
      suffix = last;
      if (target.endsWith(")")) {
        target = target.substring(0, target.length() - 1);
        suffix = ")" + suffix;
      }
      if (target.equals(scheme)) {
        return whole;
      }
    }
    return prefix + element("link", target, target) + suffix;
  }

  /** The text of a link; its target if it has none. */
  private static String text(String written, String target) {
    String text = written.replace("\\]", "]");
    if (text.indexOf('=') >= 0) {
      throw new UnsupportedMarkupException("a link with attributes");
    }
    if (text.endsWith("^")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.isEmpty() ? target : text;
  }

  private static String link(MatchResult match) {
    if (match.group().startsWith("\\")) {
      return match.group().substring(1);
    }
    if (match.group(1) != null) {
      throw new UnsupportedMarkupException("a mail address");
    }
    return element("link", match.group(2), text(match.group(3), match.group(2)));
  }

  private static String email(MatchResult match) {
    String before = match.group(1);
    if (before != null) {
      return before.equals("\\") ? match.group().substring(1) : match.group();
    }
    return element("link", "mailto:" + match.group(), match.group());
  }
}
