package dev.deckhand.lesson.lint;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands of a lesson: those that it suggests, and those of its scripts.
 *
 * @param runBlockPlaces where suggested commands are
 */
record LessonCommands(RunBlockPlaces runBlockPlaces) {

  /** Opens JShell when alone on a line; with arguments it is the machine's Java. */
  private static final String JSHELL = "java";

  Stream<Command> of(Lesson lesson) {
    return lesson.steps().stream().flatMap(this::of);
  }

  private Stream<Command> of(Step step) {
    var commands = new ArrayList<Command>();
    int run = 0;
    for (Block block : step.prose()) {
      if (block instanceof Block.Run(var lines)) {
        SourcePosition position = runBlockPlaces.placeOf(step, run++);
        lines.forEach(line -> commands.add(new Command(line, position)));
      }
    }
    step.scripts().all().forEach(script -> commands.addAll(of(script)));
    return commands.stream();
  }

  private static List<Command> of(Script script) {
    var commands = new ArrayList<Command>();
    for (int i = 0; i < script.entries().size(); i++) {
      String entry = script.entries().get(i);
      if (!entry.startsWith("answer ") && !entry.startsWith("choose ")) {
        commands.add(new Command(entry, script.placeOf(i)));
      }
    }
    return commands;
  }

  record Command(String line, SourcePosition place) {

    /** The programs that it calls; {@code java} stands for the lesson's Java. */
    List<String> tools() {
      // snippets of Java call no programs
      return CommandFormat.parse(line) instanceof SessionCommand.Java
          ? List.of(JSHELL)
          : CalledProgramScanner.of(line).stream().filter(word -> !word.equals(JSHELL)).toList();
    }
  }
}
