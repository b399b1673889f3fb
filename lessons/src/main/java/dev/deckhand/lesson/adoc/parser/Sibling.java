package dev.deckhand.lesson.adoc.parser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the lines that begin another item of the same list. */
sealed interface Sibling {

  boolean matches(String line);

  /** Items of bullets or numbers with the same sign. */
  record Item(Pattern pattern, String form) implements Sibling {
    @Override
    public boolean matches(String line) {
      Matcher matcher = pattern.matcher(line);
      return matcher.find() && form.equals(ListMarkers.form(matcher.group(1)));
    }
  }

  /** Terms with the same sign. */
  record Term(Pattern pattern) implements Sibling {
    @Override
    public boolean matches(String line) {
      return pattern.matcher(line).find();
    }
  }
}
