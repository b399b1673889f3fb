package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands call only tools that the lesson's lab has. */
final class LabToolRule implements LintRule {

  private static final Map<String, LabKind> TOOLS =
      Map.of(
          "kubectl", LabKind.KUBERNETES,
          "helm", LabKind.KUBERNETES,
          "k3s", LabKind.KUBERNETES,
          "docker", LabKind.DOCKER,
          "java", LabKind.JAVA);

  private final LessonCommands commands;

  LabToolRule(LessonCommands commands) {
    this.commands = commands;
  }

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return commands.of(lesson).flatMap(command -> findings(command, lesson)).toList();
  }

  private static Stream<LintFinding> findings(LessonCommands.Command command, Lesson lesson) {
    return command.tools().stream()
        .distinct()
        .filter(TOOLS::containsKey)
        .filter(tool -> !lesson.needs().labs().contains(TOOLS.get(tool)))
        .map(tool -> finding(tool, command, lesson));
  }

  private static LintFinding finding(String tool, LessonCommands.Command command, Lesson lesson) {
    String wanted = TOOLS.getOrDefault(tool, LabKind.DOCKER).keyword();
    String with =
        Stream.concat(lesson.needs().labs().stream().map(LabKind::keyword), Stream.of(wanted))
            .sorted()
            .reduce((one, other) -> one + ", " + other)
            .orElse(wanted);
    return LintFinding.warning(
        command.place(),
        "\"" + tool + "\" is called, and the lesson's lab does not have it.",
        "Write \":lab: " + with + "\" in the header, or use another command.");
  }
}
