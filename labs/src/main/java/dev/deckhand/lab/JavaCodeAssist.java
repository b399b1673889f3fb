package dev.deckhand.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers a line editor's questions about Java code. Each answer takes about two seconds at most;
 * it is empty if Java isn't ready by then because it is starting or running a snippet.
 */
public interface JavaCodeAssist {

  /** Whether a source is complete: false if more must follow, as after an open brace. */
  Optional<Boolean> isComplete(String source);

  /**
   * Completes a source.
   *
   * @param cursor index in {@code char}s
   */
  Optional<Completions> completions(String source, int cursor);

  /** Describes the element at the cursor: a type, a method with its overloads, or a variable. */
  Optional<List<Description>> documentation(String source, int cursor);

  /** The names of the variables that exist. */
  Optional<Set<String>> variables();

  /**
   * The variables of the lab's clients, which exist from the start: {@code docker}, {@code
   * kubernetes}.
   */
  List<String> clients();

  /**
   * Completions of a source.
   *
   * @param anchor where the completions start: the text from there to the cursor is replaced
   * @param candidates the best first
   */
  record Completions(int anchor, List<String> candidates) {
    public Completions {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * The description of an element.
   *
   * @param signature as declared
   * @param text its documentation comment, as written; empty if there is no source
   */
  record Description(String signature, String text) {}
}
