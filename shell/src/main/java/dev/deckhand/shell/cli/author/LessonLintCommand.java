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

/** {@code deckhand lesson lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Say what is wrong with lessons, where, and how to mend it.",
      "Exits with 3 if something keeps a lesson from being used."
    })
public final class LessonLintCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(names = "--strict", description = "Exit with 3 for warnings too.")
  boolean strict;

  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  private final CommandContext context;

  public LessonLintCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    CommandConsole console =
        parent == null ? new CommandConsole(context.environment(), false) : parent.voice();
    try {
      return new LessonLint(context, console)
          .run(lessons.resolver(context), lessons.requestedNames(), json, strict)
          .code();
    } catch (LessonFinder.NotFound notFound) {
      console.error(notFound.what(), notFound.next());
      return ExitCode.USAGE.code();
    }
  }
}
