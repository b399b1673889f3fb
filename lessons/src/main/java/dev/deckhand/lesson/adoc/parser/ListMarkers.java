package dev.deckhand.lesson.adoc.parser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signs that begin the items of lists. */
final class ListMarkers {

  static final Pattern ANY =
      RubyPattern.of(
          "^(?:[ \\t]*(?:-|\\*\\**|\\.\\.*|\u2022|\\d+\\.|[a-zA-Z]\\.|[IVXivx]+\\))[ \\t]"
              + "|(?!//[^/])[ \\t]*[^ \\t].*?(?::::{0,2}|;;)(?:$|[ \\t])|<(?:\\d+|\\.)>[ \\t])");
  static final Pattern BULLET = RubyPattern.of("^[ \\t]*(-|\\*\\**|\u2022)[ \\t]+(.*)$");
  static final Pattern NUMBER =
      RubyPattern.of("^[ \\t]*(\\.\\.*|\\d+\\.|[a-zA-Z]\\.|[IVXivx]+\\))[ \\t]+(.*)$");
  static final Pattern TERM =
      RubyPattern.of("^(?!//[^/])[ \\t]*([^ \\t].*?)(:::{0,2}|;;)(?:$|[ \\t]+(.*)$)");
  static final Pattern CALLOUT = RubyPattern.of("^<(\\d+|\\.)>[ \\t]+(.*)$");

  private ListMarkers() {}

  /** The pattern of the terms that belong to a list. */
  static Pattern siblingTerm(String marker) {
    return marker.equals(";;")
        ? RubyPattern.of("^(?!//[^/])[ \\t]*([^ \\t].*?)(;;)(?:$|[ \\t]+(.*)$)")
        : RubyPattern.of(
            "^(?!//[^/])[ \\t]*([^ \\t].*?[^:]|[^ \\t:])(" + marker + ")(?:$|[ \\t]+(.*)$)");
  }

  /** The kind of list that may stand inside an item and begins with a line; null for none. */
  static @Nullable String nested(String line, boolean termsOnly) {
    if (!termsOnly && BULLET.matcher(line).find()) {
      return "ulist";
    }
    if (!termsOnly && NUMBER.matcher(line).find()) {
      return "olist";
    }
    return TERM.matcher(line).find() ? "dlist" : null;
  }

  /** Whether a term that begins with a line has its definition on the same line. */
  static boolean hasDefinition(String line) {
    Matcher term = TERM.matcher(line);
    return term.find() && term.group(3) != null && !term.group(3).isEmpty();
  }

  /** The form of a marker, which all items of a list share. */
  static String form(String marker) {
    if (marker.startsWith(".") || marker.startsWith("*") || marker.equals("-")) {
      return marker;
    }
    if (marker.matches("\\d+\\.")) {
      return "1.";
    }
    throw new UnsupportedMarkupException("a list with letters");
  }
}
