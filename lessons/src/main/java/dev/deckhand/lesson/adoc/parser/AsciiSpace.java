package dev.deckhand.lesson.adoc.parser;

/** White space as Ruby, and so Asciidoctor, understands it: that of ASCII only. */
final class AsciiSpace {

  private AsciiSpace() {}

  static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  static String stripLeading(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  static String strip(String text) {
    return stripLeading(stripTrailing(text));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
  }
}
