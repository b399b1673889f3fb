package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import java.util.List;
import java.util.stream.Stream;

/** Reviews a lesson by a set of rules. */
public final class LessonLinter {

  private final List<LintRule> lintRules;

  private LessonLinter(List<LintRule> lintRules) {
    this.lintRules = List.copyOf(lintRules);
  }

  /** The rules for published lessons. */
  public static LessonLinter standard() {
    return new LessonLinter(
        List.of(
            new HintRequiredRule(),
            new DebriefRequiredRule(),
            new CompleteSolutionRule(),
            new ScriptAnswerRule(),
            new CheckLabRule(),
            new CompatibleChecksRule(),
            new TemplateReadinessRule(),
            new WrongSolutionRequiredRule(),
            new IndependentStepsRule(),
            new AssertionMentionedRule()));
  }

  /** Returns what the rules find, in the order of the file. */
  public List<LintFinding> review(
      Lesson lesson, LintWaivers lintWaivers, RunBlockPlaces runBlockPlaces) {
    var commands = new LessonCommands(runBlockPlaces);
    return Stream.concat(
            lintRules.stream(), Stream.of(new LabToolRule(commands), new HelmVersionRule(commands)))
        .flatMap(lintRule -> lintRule.review(lesson, lintWaivers).stream())
        .sorted(LintFinding.IN_READING_ORDER)
        .toList();
  }
}
