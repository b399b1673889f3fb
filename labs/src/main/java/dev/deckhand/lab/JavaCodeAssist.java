package dev.deckhand.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an editor of Java lines asks while a line is typed. Every answer comes within about two
 * seconds; it is empty where Java has not come to one by then, since it starts, or runs something.
 */
public interface JavaCodeAssist {

  /** Whether a source is a whole: false where more has to follow, as after an open brace. */
  Optional<Boolean> isComplete(String source);

  /**
   * Says how a source may go on.
   *
   * @param cursor where, counted in {@code char}s
   */
  Optional<Completions> completions(String source, int cursor);

  /** Describes what the cursor is in: a type, a method and its overloads, a variable. */
  Optional<List<Description>> documentation(String source, int cursor);

  /** The variables that there are. */
  Optional<Set<String>> variables();

  /** The lab's clients that are bound when Java begins: {@code docker}, {@code kubernetes}. */
  List<String> clients();

  /**
   * How a source may go on.
   *
   * @param anchor where the completions begin: what is between it and the cursor is replaced
   * @param candidates those that fit best first
   */
  record Completions(int anchor, List<String> candidates) {
    public Completions {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What something is.
   *
   * @param signature as it is declared
   * @param text its documentation comment, as written; empty where its source is not to be had
   */
  record Description(String signature, String text) {}
}
