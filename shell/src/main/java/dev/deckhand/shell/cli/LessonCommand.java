package dev.deckhand.shell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand lesson}: for authors. */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    description = "For authors: test and lint lessons.",
    synopsisSubcommandLabel = "COMMAND")
final class LessonCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  private final Ports ports;

  LessonCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() {
    voice().trouble("\"deckhand lesson\" needs a command.", "deckhand lesson test, or lint.");
    return ExitCode.USAGE.code();
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = {
        "Run lessons in a fresh lab: red before, green after, alternatives pass, wrongs fail, every"
            + " step resets.",
        "Exits with 3 if a lesson does not show all of that."
      })
  int test(
      @Parameters(
              paramLabel = "LESSON",
              arity = "0..*",
              description = "An id, a file or a course's folder; all lessons if none is named.")
          @Nullable List<String> names,
      @Option(
              names = "--junit",
              paramLabel = "FILE",
              description = "Write a report in JUnit's XML as well.")
          @Nullable Path junit,
      @Option(names = "--json", description = "Print JSON, for programs.") boolean json)
      throws IOException, InterruptedException {
    return new LessonTest(ports, voice(), parent != null && parent.yes)
        .run(names == null ? List.of() : names, junit, json)
        .code();
  }

  @Command(
      name = "lint",
      mixinStandardHelpOptions = true,
      description = "Say what is wrong with lessons, where, and how to mend it.")
  int lint(
      @Parameters(
              paramLabel = "PATH",
              arity = "1..*",
              description = "A lesson's file, or a course's folder.")
          List<Path> paths) {
    return new LessonLint(voice()).run(paths).code();
  }

  private Voice voice() {
    return new Voice(ports.outside(), parent != null && parent.plain);
  }
}
