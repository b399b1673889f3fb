package dev.deckhand.shell.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;

/** Reads from a command line whose it is, before anything else is read: all else is theirs. */
@Command
final class LearnerOption {

  @Option(names = "--learner")
  @Nullable String name;

  @Unmatched @Nullable List<String> rest;

  /**
   * The name that was given, or else the one that holds where none is.
   *
   * @param usual empty for none
   */
  static String parse(String[] args, String usual) {
    var which = new LearnerOption();
    try {
      new CommandLine(which).parseArgs(args);
    } catch (ParameterException misuse) {
      // said by whoever reads the whole line
      return usual;
    }
    return which.name == null ? usual : which.name;
  }
}
