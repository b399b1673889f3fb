package dev.deckhand.shell.grade;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Line;
import dev.deckhand.session.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A step's solution with each of its commands left out in turn, as far as that is worth a trial.
 *
 * @param shortened what has to be run
 * @param known what an alternative of the step shows already: every check passes without it
 * @param glances commands that only look: leaving them out changes nothing
 */
record Mutation(List<Shortened> shortened, List<Shortened> known, List<String> glances) {
  Mutation {
    shortened = List.copyOf(shortened);
    known = List.copyOf(known);
    glances = List.copyOf(glances);
  }

  /**
   * A solution without one of its commands.
   *
   * @param place where the command stands
   */
  record Shortened(Script script, String command, Place place) {

    /** The command in short, for one line. */
    String brief() {
      String line = command.lines().findFirst().orElse("").strip();
      boolean cut = line.length() > 60;
      boolean more = command.strip().contains("\n");
      return "\"" + (cut ? line.substring(0, 59) : line) + (cut || more ? "…" : "") + "\"";
    }
  }

  /** Plans it for a step. */
  static Mutation of(Step step) {
    var shortened = new ArrayList<Shortened>();
    var known = new ArrayList<Shortened>();
    var glances = new ArrayList<String>();
    Script solution = step.solution();
    if (solution == null || commands(solution).size() < 2) {
      return new Mutation(shortened, known, glances);
    }
    for (int i = 0; i < solution.entries().size(); i++) {
      Optional<String> command = command(solution.entries().get(i));
      if (command.isEmpty()) {
        continue;
      }
      var without = new Shortened(without(solution, i), command.get(), solution.placeOf(i));
      List<String> rest = commands(without.script());
      if (Glance.only(command.get())) {
        glances.add(without.brief());
      } else if (step.alternatives().stream().anyMatch(other -> commands(other).equals(rest))) {
        known.add(without);
      } else if (!isTried(step, rest)
          && shortened.stream().noneMatch(other -> commands(other.script()).equals(rest))) {
        shortened.add(without);
      }
    }
    return new Mutation(shortened, known, glances);
  }

  /** Whether some trial of the step is the same: nothing done at all, or one of its wrongs. */
  private static boolean isTried(Step step, List<String> rest) {
    return rest.stream().allMatch(Glance::only)
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
    return Lines.read(entry) instanceof Line.Command(var text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
