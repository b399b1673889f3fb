package dev.deckhand.shell.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand lesson lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Say what is wrong with lessons, where, and how to mend it.",
      "Exits with 3 if something keeps a lesson from being used."
    })
final class LessonLintCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin Lessons lessons = new Lessons();

  @Option(names = "--strict", description = "Exit with 3 for warnings too.")
  boolean strict;

  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  private final Ports ports;

  LessonLintCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = parent == null ? new Voice(ports.outside(), false) : parent.voice();
    try {
      return new LessonLint(ports, voice)
          .run(lessons.in(ports), lessons.wanted(), json, strict)
          .code();
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE.code();
    }
  }
}
