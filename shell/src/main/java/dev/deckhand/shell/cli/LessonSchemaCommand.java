package dev.deckhand.shell.cli;

import dev.deckhand.lesson.schema.CheckSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deckhand lesson schema}. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON Schema of check documents, for editors.")
final class LessonSchemaCommand implements Callable<Integer> {

  private final Ports ports;

  LessonSchemaCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() {
    var out = ports.outside().out();
    out.print(new CheckSchema().text());
    out.flush();
    return ExitCode.OK.code();
  }
}
