package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An answer in a script: {@code answer TEXT} or {@code choose 1}.
 *
 * @param command {@code answer} or {@code choose}
 * @param number which question or quiz, counted from 1; 0 for the first open one
 */
record ScriptAnswer(String command, int number, String text, String entry) {

  private static final Pattern WORDS =
      Pattern.compile("(answer|choose)(?:\\s+(\\d{1,3}):|\\s)\\s*(.*)", Pattern.DOTALL);

  static List<ScriptAnswer> findIn(Script script, String verb) {
    return script.entries().stream()
        .flatMap(entry -> read(entry).stream())
        .filter(words -> words.command().equals(verb))
        .toList();
  }

  private static Optional<ScriptAnswer> read(String entry) {
    Matcher words = WORDS.matcher(entry);
    return words.matches()
        ? Optional.of(
            new ScriptAnswer(
                words.group(1),
                words.group(2) == null ? 0 : Integer.parseInt(words.group(2)),
                words.group(3),
                entry))
        : Optional.empty();
  }

  /** The scripts of a step that a learner could have typed. */
  static Stream<Script> scripts(Step step) {
    return Stream.concat(step.scripts().solutions().stream(), step.wrongs().stream());
  }
}
