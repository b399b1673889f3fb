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
 * A step's solution with each of its commands left out in turn, as far as that is worth a trial.
 *
 * @param shortened what has to be run
 * @param coveredByAlternative what an alternative of the step shows already: every check passes
 *     without it
 * @param readOnlyCommands commands that only look: leaving them out changes nothing
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
   * @param place where the command stands
   */
  record ShortenedSolution(Script script, String command, SourcePosition place) {

    /** The command in short, for one line. */
    String commandExcerpt() {
      String line = command.lines().findFirst().orElse("").strip();
      boolean cut = line.length() > 60;
      boolean more = command.strip().contains("\n");
      return "\"" + (cut ? line.substring(0, 59) : line) + (cut || more ? "…" : "") + "\"";
    }
  }

  /** Plans it for a step. */
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

  /** Whether some trial of the step is the same: nothing done at all, or one of its wrongs. */
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
