package dev.deckhand.shell.cli.common;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Everything that the program takes from its process and its machine.
 *
 * @param variables the environment variables
 * @param home the user's home folder
 * @param installation Deckhand's own folder: launcher, image recipes, sources
 * @param temporary the system's folder for temporary files
 * @param inputIsTerminal whether the user can be asked
 * @param clock tells the time, in the user's time zone
 */
public record ProgramEnvironment(
    Map<String, String> variables,
    Path home,
    Path installation,
    Path temporary,
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

  /** Returns a variable's value, or an empty string if it isn't set. */
  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Returns the same environment with other values of some variables. */
  public ProgramEnvironment withVariables(Map<String, String> changed) {
    var all = new HashMap<String, String>(variables);
    all.putAll(changed);
    return new ProgramEnvironment(
        all,
        home,
        installation,
        temporary,
        in,
        out,
        err,
        inputIsTerminal,
        outputIsTerminal,
        clock,
        random);
  }

  /** Returns the user's time zone. */
  public ZoneId zone() {
    return clock.getZone();
  }

  /** Returns whether the user is at a terminal. */
  public boolean interactive() {
    return inputIsTerminal && outputIsTerminal;
  }
}
