package dev.deckhand.lesson.lint;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import java.util.Collection;
import java.util.stream.Collectors;

/** Remedies that several findings share. */
public final class Remedies {

  private Remedies() {}

  /** Returns "Did you mean ...?" if a known word is similar, otherwise all known words. */
  public static String suggest(String written, Collection<String> known) {
    return SpellingSuggester.suggest(written, known)
        .map(near -> "Did you mean \"" + near + "\"?")
        .orElseGet(() -> "Known are: " + String.join(", ", known) + ".");
  }

  /** Returns words as a list: {@code "a", "b"}. */
  public static String quoted(Collection<String> words) {
    return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
  }
}
