package dev.deckhand.shell.cli.common;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All that comes in from outside the program.
 *
 * @param variables the process's variables
 * @param home the person's home folder
 * @param installation where Deckhand itself is: launcher, image recipes, sources
 * @param inputIsTerminal whether somebody can be asked
 */
public record ProgramEnvironment(
    Map<String, String> variables,
    Path home,
    Path installation,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean inputIsTerminal,
    boolean outputIsTerminal,
    Clock clock,
    RandomGenerator random) {
  public ProgramEnvironment {
    variables = Map.copyOf(variables);
  }

  /** A variable's value, or an empty string where it is not set. */
  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Whether a person sits at the terminal. */
  public boolean interactive() {
    return inputIsTerminal && outputIsTerminal;
  }
}
