package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import java.util.List;
import java.util.stream.Stream;

/** Reviews a lesson by a set of rules. */
public final class Lint {

  private final List<Rule> rules;

  private Lint(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules that every published lesson must keep. */
  public static Lint standard() {
    return new Lint(
        List.of(
            new HintForEveryCheck(),
            new DebriefForEveryStep(),
            new SolutionTellsAll(),
            new WordsFindTheirQuestion(),
            new ChecksFitTheLab(),
            new WrongsAreThere(),
            new DrawnStepsStandAlone(),
            new Coherence()));
  }

  /** Returns what the rules find, in the order of the file. */
  public List<Finding> review(Lesson lesson, Waivers waivers, Whereabouts whereabouts) {
    return Stream.concat(rules.stream(), Stream.of(new ToolsOfTheLab(whereabouts)))
        .flatMap(rule -> rule.review(lesson, waivers).stream())
        .sorted(Finding.IN_READING_ORDER)
        .toList();
  }
}
