package dev.deckhand.site.web;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of HTML. What comes in as text is escaped, what comes in as HTML is not. */
final class Html {

  private Html() {}

  static String text(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
        .forEach(point -> safe.append(escaped(point)));
    return safe.toString();
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> Character.toString(point);
    };
  }

  static String link(String address, String text) {
    return "<a href=\"" + text(address) + "\">" + text(text) + "</a>";
  }

  static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  static String items(List<String> html) {
    return html.stream().map(one -> "<li>" + one + "</li>\n").collect(Collectors.joining());
  }

  static String plural(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
