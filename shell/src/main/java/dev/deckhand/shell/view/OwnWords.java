package dev.deckhand.shell.view;

import dev.deckhand.session.Lines;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shell's own words, each with what it does, as help has them. */
public final class OwnWords {

  private OwnWords() {}

  /** In the order of the help. */
  public static Map<String, String> in(Words words) {
    var meanings = new LinkedHashMap<String, String>();
    for (String entry : words.say(Phrase.HELP_WORDS).split("\n", -1)) {
      int equals = entry.indexOf('=');
      String word = entry.substring(0, Math.max(0, equals)).split(" ", 2)[0];
      if (Lines.WORDS.contains(word)) {
        meanings.put(word, entry.substring(equals + 1));
      }
    }
    Lines.WORDS.forEach(word -> meanings.putIfAbsent(word, ""));
    return meanings;
  }
}
