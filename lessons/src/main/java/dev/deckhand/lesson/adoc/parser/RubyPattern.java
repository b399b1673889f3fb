package dev.deckhand.lesson.adoc.parser;

import java.util.regex.Pattern;

/** Patterns with the meaning that they have in Ruby. */
final class RubyPattern {

  /** A letter, a mark, a digit or a connecting character. */
  static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Pc}";

  static final String ALPHA = "\\p{IsAlphabetic}";
  static final String ALNUM = "\\p{IsAlphabetic}\\p{Nd}";

  private RubyPattern() {}

  /**
   * Compiles a pattern: {@code ^} and {@code $} are those of each line, {@code W}, {@code A} and
   * {@code N} in angle brackets are the characters of words, letters, and letters or digits.
   */
  static Pattern of(String pattern) {
    return Pattern.compile(expand(pattern), Pattern.MULTILINE | Pattern.UNIX_LINES);
  }

  /** The same, where a dot stands for a line end, too. */
  static Pattern overLines(String pattern) {
    return Pattern.compile(
        expand(pattern), Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.DOTALL);
  }

  private static String expand(String pattern) {
    return pattern.replace("<W>", WORD).replace("<A>", ALPHA).replace("<N>", ALNUM);
  }
}
