package dev.deckhand.lesson.lint;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.List;
import java.util.stream.Stream;

/** A lesson that uses Helm says which versions it works with: only such a lesson gets Helm. */
final class HelmVersionRule implements LintRule {

  private final LessonCommands commands;

  HelmVersionRule(LessonCommands commands) {
    this.commands = commands;
  }

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    if (!lesson.needs().labs().contains(LabKind.KUBERNETES)
        || lesson.needs().versions().containsKey(VersionedTool.HELM)) {
      return List.of();
    }
    // one finding is enough, at the first use
    return Stream.concat(calls(lesson), releases(lesson))
        .sorted(LintFinding.IN_READING_ORDER)
        .limit(1)
        .toList();
  }

  private Stream<LintFinding> calls(Lesson lesson) {
    return commands
        .of(lesson)
        .filter(command -> command.tools().contains("helm"))
        .map(command -> finding(command.place(), "\"helm\" is called"));
  }

  private static Stream<LintFinding> releases(Lesson lesson) {
    return lesson.steps().stream()
        .flatMap(CheckLabRule::expectations)
        .filter(expectation -> expectation.subject() instanceof Subject.HelmRelease)
        .map(Expectation::pattern)
        .map(pattern -> finding(pattern.place(), "A release is looked at"));
  }

  private static LintFinding finding(SourcePosition place, String use) {
    return LintFinding.warning(
        place,
        use + ", and the lesson doesn't say that it needs Helm.",
        "Write \":helm: >=4\" in the header; only then does the lab have it.");
  }
}
