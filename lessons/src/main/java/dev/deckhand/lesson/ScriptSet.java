package dev.deckhand.lesson;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of a step.
 *
 * @param setup run in the workspace when the step begins, before its checks start
 * @param solution null for a step without one
 * @param alternatives other solutions
 * @param wrongs common mistakes, which must not pass
 */
public record ScriptSet(
    List<Script> setup, @Nullable Script solution, List<Script> alternatives, List<Script> wrongs) {

  /** Nothing to run. */
  public static final ScriptSet NONE = new ScriptSet(List.of(), null, List.of(), List.of());

  public ScriptSet {
    setup = List.copyOf(setup);
    alternatives = List.copyOf(alternatives);
    wrongs = List.copyOf(wrongs);
  }

  /** A solution alone. */
  public static ScriptSet solvedBy(Script solution) {
    return new ScriptSet(List.of(), solution, List.of(), List.of());
  }

  /** All of them. */
  public List<Script> all() {
    return Stream.of(setup, solutions(), wrongs).flatMap(List::stream).toList();
  }

  /** The solution and its alternatives. */
  public List<Script> solutions() {
    return Stream.concat(Stream.ofNullable(solution), alternatives.stream()).toList();
  }
}
