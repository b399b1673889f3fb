package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
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
public final class LessonPreviewCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(names = "--step", paramLabel = "N", description = "This step alone.")
  int step;

  @Option(
      names = "--all",
      description = "Show hints, solutions, other ways and debriefs too, which are folded else.")
  boolean all;

  @Option(names = "--once", description = "Print and leave, with the exit code of lint.")
  boolean once;

  private final CommandContext context;

  public LessonPreviewCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    CommandConsole console =
        parent == null ? new CommandConsole(context.environment(), false) : parent.voice();
    try {
      return new LessonPreview(context, console)
          .run(
              lessons.resolver(context),
              lessons.requestedNames(),
              new LessonPreview.Options(step, all, once))
          .code();
    } catch (LessonFinder.NotFound notFound) {
      console.error(notFound.what(), notFound.next());
      return ExitCode.USAGE.code();
    }
  }
}
