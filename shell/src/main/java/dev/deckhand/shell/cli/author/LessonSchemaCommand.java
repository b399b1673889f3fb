package dev.deckhand.shell.cli.author;

import dev.deckhand.lesson.schema.CheckJsonSchema;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deckhand lesson schema}. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON Schema of check documents, for editors.")
public final class LessonSchemaCommand implements Callable<Integer> {

  private final CommandContext context;

  public LessonSchemaCommand(LessonCommand parent) {
    this.context = parent.context();
  }

  @Override
  public Integer call() {
    var out = context.environment().out();
    out.print(new CheckJsonSchema().text());
    out.flush();
    return ExitCode.OK.code();
  }
}
