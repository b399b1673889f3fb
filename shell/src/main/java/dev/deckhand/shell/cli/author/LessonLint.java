package dev.deckhand.shell.cli.author;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.PrettyJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles lessons for what is wrong with them. */
final class LessonLint {

  private final CommandContext context;
  private final CommandConsole console;

  LessonLint(CommandContext context, CommandConsole console) {
    this.context = context;
    this.console = console;
  }

  /**
   * Says what is wrong with them.
   *
   * @param strict whether a warning is as bad as an error
   */
  ExitCode run(LessonNameResolver names, List<String> wanted, boolean json, boolean strict)
      throws IOException {
    try (var sources = new LessonLoader(context.library())) {
      LessonLoader.LoadedLessons loadedLessons = sources.read(names.resolve(wanted));
      if (!loadedLessons.withoutSource().isEmpty()) {
        reportMissingSource(loadedLessons.withoutSource());
        return ExitCode.USAGE;
      }
      if (json) {
        context.environment().out().println(json(loadedLessons));
      } else {
        // a finding a line, however long: editors and build logs jump to FILE:LINE
        loadedLessons
            .findings()
            .forEach(lintFinding -> context.environment().out().println(lintFinding.toLine()));
        console.print(summary(loadedLessons));
      }
      return exitCode(loadedLessons, strict);
    } catch (LessonFinder.NotFound notFound) {
      console.error(notFound.what(), notFound.next());
      return ExitCode.USAGE;
    }
  }

  /** What findings mean for whoever called. */
  static ExitCode exitCode(LessonLoader.LoadedLessons loadedLessons, boolean strict) {
    boolean sound =
        loadedLessons.errors().isEmpty() && (!strict || loadedLessons.findings().isEmpty());
    return sound ? ExitCode.OK : ExitCode.CHECKS_FAILED;
  }

  /** How it stands, in a line. */
  static String summary(LessonLoader.LoadedLessons loadedLessons) {
    int errors = loadedLessons.errors().size();
    int warnings = loadedLessons.findings().size() - errors;
    String lessons = CountFormatter.of(loadedLessons.lessons().size(), "lesson");
    return loadedLessons.findings().isEmpty()
        ? lessons + ", nothing to mend."
        : lessons
            + ": "
            + CountFormatter.of(errors, "error")
            + ", "
            + CountFormatter.of(warnings, "warning")
            + ".";
  }

  private void reportMissingSource(List<Lesson> lessons) {
    List<String> ids = lessons.stream().map(Lesson::id).map(LessonId::toString).toList();
    console.error(
        "The source of " + String.join(", ", ids) + " is not in reach: only what was compiled is.",
        "Name its file, or the folder of the courses: deckhand lesson lint --courses DIR "
            + ids.getFirst());
  }

  private static String json(LessonLoader.LoadedLessons loadedLessons) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(
        "lessons", loadedLessons.lessons().stream().map(lesson -> lesson.id().toString()).toList());
    fields.put("errors", loadedLessons.errors().size());
    fields.put("warnings", loadedLessons.findings().size() - loadedLessons.errors().size());
    fields.put("findings", loadedLessons.findings().stream().map(LessonLint::fields).toList());
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
