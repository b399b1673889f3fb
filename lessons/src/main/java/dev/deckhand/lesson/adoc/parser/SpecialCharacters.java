package dev.deckhand.lesson.adoc.parser;

/** The characters that HTML gives a meaning. */
final class SpecialCharacters {

  private SpecialCharacters() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
