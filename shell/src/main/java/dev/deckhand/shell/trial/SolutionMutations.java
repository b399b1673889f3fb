package dev.deckhand.shell.trial;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The variants of a step's solution that leave out one command each.
 *
 * @param shortened the variants to run
 * @param coveredByAlternative variants that equal an alternative, so every check passes without the
 *     command
 * @param readOnlyCommands commands that change nothing, so leaving them out has no effect
 */
record SolutionMutations(
    List<ShortenedSolution> shortened,
    List<ShortenedSolution> coveredByAlternative,
    List<String> readOnlyCommands) {
  SolutionMutations {
    shortened = List.copyOf(shortened);
    coveredByAlternative = List.copyOf(coveredByAlternative);
    readOnlyCommands = List.copyOf(readOnlyCommands);
  }

  /**
   * A solution without one of its commands.
   *
   * @param place the position of the command
   */
  record ShortenedSolution(Script script, String command, SourcePosition place) {

    /** Returns an excerpt of the command that fits on one line. */
    String commandExcerpt() {
      String line = command.lines().findFirst().orElse("").strip();
      boolean cut = line.length() > 60;
      boolean more = command.strip().contains("\n");
      return "\"" + (cut ? line.substring(0, 59) : line) + (cut || more ? "…" : "") + "\"";
    }
  }

  /** Computes the variants for a step. */
  static SolutionMutations of(Step step) {
    var shortenedSolution = new ArrayList<ShortenedSolution>();
    var known = new ArrayList<ShortenedSolution>();
    var glances = new ArrayList<String>();
    Script solution = step.solution();
    if (solution == null || commands(solution).size() < 2) {
      return new SolutionMutations(shortenedSolution, known, glances);
    }
    for (int i = 0; i < solution.entries().size(); i++) {
      Optional<String> command = command(solution.entries().get(i));
      if (command.isEmpty()) {
        continue;
      }
      var without = new ShortenedSolution(without(solution, i), command.get(), solution.placeOf(i));
      List<String> rest = commands(without.script());
      if (ReadOnlyCommands.isReadOnly(command.get())) {
        glances.add(without.commandExcerpt());
      } else if (step.alternatives().stream().anyMatch(other -> commands(other).equals(rest))) {
        known.add(without);
      } else if (!isTriedAlready(step, rest)
          && shortenedSolution.stream().noneMatch(other -> commands(other.script()).equals(rest))) {
        shortenedSolution.add(without);
      }
    }
    return new SolutionMutations(shortenedSolution, known, glances);
  }

  /** Returns whether another trial does the same: doing nothing, or a wrong solution. */
  private static boolean isTriedAlready(Step step, List<String> rest) {
    return rest.stream().allMatch(ReadOnlyCommands::isReadOnly)
        || step.wrongs().stream().anyMatch(wrong -> commands(wrong).equals(rest));
  }

  private static Script without(Script solution, int left) {
    List<String> entries =
        IntStream.range(0, solution.entries().size())
            .filter(i -> i != left)
            .mapToObj(solution.entries()::get)
            .toList();
    return new Script(solution.title(), entries, solution.place());
  }

  private static List<String> commands(Script script) {
    return script.entries().stream().flatMap(entry -> command(entry).stream()).toList();
  }

  private static Optional<String> command(String entry) {
    return LearnerInputParser.parse(entry)
            instanceof LearnerInput.RunCommand(SessionCommand.LabCommand _)
        ? Optional.of(entry)
        : Optional.empty();
  }
}
