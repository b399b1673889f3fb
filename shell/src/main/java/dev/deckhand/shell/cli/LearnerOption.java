package dev.deckhand.shell.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;

/** Reads the learner from a command line, before anything else, since all state depends on it. */
@Command
final class LearnerOption {

  @Option(names = "--learner")
  @Nullable String name;

  @Unmatched @Nullable List<String> rest;

  /**
   * Returns the name given, or else the default.
   *
   * @param usual the default; empty for none
   */
  static String parse(String[] args, String usual) {
    var which = new LearnerOption();
    try {
      new CommandLine(which).parseArgs(args);
    } catch (ParameterException misuse) {
      // reported by the parser of the whole line
      return usual;
    }
    return which.name == null ? usual : which.name;
  }
}
