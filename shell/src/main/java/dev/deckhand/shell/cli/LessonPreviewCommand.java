package dev.deckhand.shell.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand lesson preview}. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Show a lesson as its learners will see it, then what is wrong with it.",
      "On a terminal it follows the file of one lesson, and shows each change; q leaves."
    })
final class LessonPreviewCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin Lessons lessons = new Lessons();

  @Option(names = "--step", paramLabel = "N", description = "This step alone.")
  int step;

  @Option(
      names = "--all",
      description = "Show hints, solutions, other ways and debriefs too, which are folded else.")
  boolean all;

  @Option(names = "--once", description = "Print and leave, with the exit code of lint.")
  boolean once;

  private final Ports ports;

  LessonPreviewCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = parent == null ? new Voice(ports.outside(), false) : parent.voice();
    try {
      return new LessonPreview(ports, voice)
          .run(lessons.in(ports), lessons.wanted(), new LessonPreview.Options(step, all, once))
          .code();
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE.code();
    }
  }
}
