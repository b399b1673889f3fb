package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.RolloutCompleteness;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a solution changes the template of a workload, a check that reads readiness reads the
 * template too: the Pods of the old one are still ready.
 */
final class TemplateReadinessRule implements LintRule {
  private static final Pattern CHANGES_TEMPLATE =
      Pattern.compile(
          "\\bkubectl\\b.*\\b(set (image|env|resources|serviceaccount|sa)|rollout"
              + " (undo|restart)|patch\\b.*\\btemplate)\\b"
              + "|\\bhelm\\b.*\\b(rollback\\b|upgrade\\b.*\\b(image|tag)\\b)",
          Pattern.DOTALL);

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream().flatMap(TemplateReadinessRule::findings).toList();
  }

  private static Stream<LintFinding> findings(Step step) {
    return step.checks().stream()
        .map(Check::expectations)
        .flatMap(List::stream)
        .filter(RolloutCompleteness::ignoresTemplate)
        .filter(expectation -> changes(step, expectation.subject()))
        .map(TemplateReadinessRule::finding);
  }

  private static boolean changes(Step step, Subject subject) {
    return step.scripts().solutions().stream()
        .flatMap(script -> script.entries().stream())
        .filter(entry -> CHANGES_TEMPLATE.matcher(entry).find())
        .anyMatch(entry -> isAbout(entry, subject.name()));
  }

  /** Charts name objects after the release, and a file or a selector names none. */
  private static boolean isAbout(String entry, @Nullable String name) {
    return name == null
        || entry.contains(name)
        || entry.matches("(?s).*(\\bhelm\\b| -[fl]\\b| --(all|filename|selector)\\b).*");
  }

  private static LintFinding finding(Expectation expectation) {
    return LintFinding.warning(
        expectation.pattern().place(),
        "The solution changes the template of "
            + expectation.subject().displayName()
            + ", and this counts ready Pods of any template.",
        "Name what changes in spec.template too, as the image: then the roll-out must be"
            + " complete.");
  }
}
