package dev.deckhand.shell.cli.author;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.shell.cli.author.LessonLoader.LoadedLessons;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deckhand lesson lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "List the problems of lessons, where they are, and how to fix them.",
      "Exits with 3 if a lesson has errors."
    })
public final class LessonLintCommand implements Callable<Integer> {

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(names = "--strict", description = "Exit with 3 for warnings, too.")
  boolean strict;

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  private final LessonCommand parent;
  private final CommandContext context;

  public LessonLintCommand(LessonCommand parent) {
    this.parent = parent;
    this.context = parent.context();
  }

  @Override
  public Integer call() throws IOException, UserError {
    try (var loader = LessonLoader.of(context)) {
      LoadedLessons loaded =
          loader.read(lessons.resolver(context).resolve(lessons.requestedNames()));
      if (!loaded.withoutSource().isEmpty()) {
        throw missingSource(loaded.withoutSource());
      }
      var out = context.environment().out();
      if (json) {
        out.println(json(loaded));
      } else {
        // one finding per line, however long: editors and build logs jump to FILE:LINE
        loaded.findings().forEach(finding -> out.println(finding.toLine()));
        parent.console().print(loaded.summary());
      }
      return loaded.exitCode(strict).code();
    }
  }

  private static UserError missingSource(List<Lesson> lessons) {
    List<String> ids = lessons.stream().map(Lesson::id).map(LessonId::toString).toList();
    return new UserError(
        "Only the compiled form of " + String.join(", ", ids) + " was found, not its source.",
        "Name its file, or the folder of the courses: deckhand lesson lint --courses DIR "
            + ids.getFirst());
  }

  private static String json(LoadedLessons loaded) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lessons", loaded.lessons().stream().map(lesson -> lesson.id().toString()).toList());
    fields.put("errors", loaded.errors().size());
    fields.put("warnings", loaded.findings().size() - loaded.errors().size());
    fields.put("findings", loaded.findings().stream().map(LessonLintCommand::fields).toList());
    return PrettyJson.of(fields);
  }

  private static Map<String, Object> fields(LintFinding lintFinding) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("file", lintFinding.place().file());
    fields.put("line", lintFinding.place().line());
    fields.put("severity", lintFinding.isError() ? "error" : "warning");
    fields.put("message", lintFinding.message());
    fields.put("remedy", lintFinding.remedy());
    return fields;
  }
}
