package dev.deckhand.shell.view.prompt;

import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.TextKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shell's own commands with their descriptions, as in the help. */
public final class BuiltinDescriptions {

  private BuiltinDescriptions() {}

  /** Returns them in the order of the help. */
  public static Map<String, String> from(TextBundle texts) {
    var meanings = new LinkedHashMap<String, String>();
    for (String entry : texts.format(TextKey.HELP_WORDS).split("\n", -1)) {
      int equals = entry.indexOf('=');
      String word = entry.substring(0, Math.max(0, equals)).split(" ", 2)[0];
      if (LearnerInputParser.COMMANDS.contains(word)) {
        meanings.put(word, entry.substring(equals + 1));
      }
    }
    LearnerInputParser.COMMANDS.forEach(word -> meanings.putIfAbsent(word, ""));
    return meanings;
  }
}
