package dev.deckhand.lesson.lint;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.util.ArrayList;
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

  /** Opens JShell when alone on a line; with arguments it is the machine's Java. */
  private static final String JSHELL = "java";

  private final RunBlockPlaces runBlockPlaces;

  LabToolRule(RunBlockPlaces runBlockPlaces) {
    this.runBlockPlaces = runBlockPlaces;
  }

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream()
        .flatMap(this::commands)
        .flatMap(command -> findings(command, lesson))
        .toList();
  }

  private Stream<Command> commands(Step step) {
    var commands = new ArrayList<Command>();
    int run = 0;
    for (Block block : step.prose()) {
      if (block instanceof Block.Run(var lines)) {
        SourcePosition position = runBlockPlaces.placeOf(step, run++);
        lines.forEach(line -> commands.add(new Command(line, position)));
      }
    }
    step.scripts().all().forEach(script -> commands.addAll(commands(script)));
    return commands.stream();
  }

  private static List<Command> commands(Script script) {
    var commands = new ArrayList<Command>();
    for (int i = 0; i < script.entries().size(); i++) {
      String entry = script.entries().get(i);
      if (!entry.startsWith("answer ") && !entry.startsWith("choose ")) {
        commands.add(new Command(entry, script.placeOf(i)));
      }
    }
    return commands;
  }

  private static Stream<LintFinding> findings(Command command, Lesson lesson) {
    // snippets of Java call no programs
    List<String> words =
        CommandFormat.parse(command.line()) instanceof SessionCommand.Java
            ? List.of(JSHELL)
            : CalledProgramScanner.of(command.line()).stream()
                .filter(word -> !word.equals(JSHELL))
                .toList();
    return words.stream()
        .distinct()
        .filter(TOOLS::containsKey)
        .filter(tool -> !lesson.needs().labs().contains(TOOLS.get(tool)))
        .map(tool -> finding(tool, command, lesson));
  }

  private static LintFinding finding(String tool, Command command, Lesson lesson) {
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

  private record Command(String line, SourcePosition place) {}
}
