package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.Finding;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles lessons for what is wrong with them. */
final class LessonLint {

  private final Ports ports;
  private final Voice voice;

  LessonLint(Ports ports, Voice voice) {
    this.ports = ports;
    this.voice = voice;
  }

  /**
   * Says what is wrong with them.
   *
   * @param strict whether a warning is as bad as an error
   */
  ExitCode run(LessonNames names, List<String> wanted, boolean json, boolean strict)
      throws IOException {
    try (var sources = new LessonSources(ports.library())) {
      LessonSources.Read read = sources.read(names.find(wanted));
      if (!read.sourceless().isEmpty()) {
        noSource(read.sourceless());
        return ExitCode.USAGE;
      }
      if (json) {
        ports.outside().out().println(json(read));
      } else {
        // a finding a line, however long: editors and build logs jump to FILE:LINE
        read.findings().forEach(finding -> ports.outside().out().println(finding.line()));
        voice.say(summary(read));
      }
      return code(read, strict);
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE;
    }
  }

  /** What findings mean for whoever called. */
  static ExitCode code(LessonSources.Read read, boolean strict) {
    boolean sound = read.errors().isEmpty() && (!strict || read.findings().isEmpty());
    return sound ? ExitCode.OK : ExitCode.CHECKS_FAILED;
  }

  /** How it stands, in a line. */
  static String summary(LessonSources.Read read) {
    int errors = read.errors().size();
    int warnings = read.findings().size() - errors;
    String lessons = Counted.of(read.lessons().size(), "lesson");
    return read.findings().isEmpty()
        ? lessons + ", nothing to mend."
        : lessons
            + ": "
            + Counted.of(errors, "error")
            + ", "
            + Counted.of(warnings, "warning")
            + ".";
  }

  private void noSource(List<Lesson> lessons) {
    List<String> ids = lessons.stream().map(Lesson::id).map(LessonId::toString).toList();
    voice.trouble(
        "The source of " + String.join(", ", ids) + " is not in reach: only what was compiled is.",
        "Name its file, or the folder of the courses: deckhand lesson lint --courses DIR "
            + ids.getFirst());
  }

  private static String json(LessonSources.Read read) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lessons", read.lessons().stream().map(lesson -> lesson.id().toString()).toList());
    fields.put("errors", read.errors().size());
    fields.put("warnings", read.findings().size() - read.errors().size());
    fields.put("findings", read.findings().stream().map(LessonLint::fields).toList());
    return PrettyJson.of(fields);
  }

  private static Map<String, Object> fields(Finding finding) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("file", finding.place().file());
    fields.put("line", finding.place().line());
    fields.put("severity", finding.isError() ? "error" : "warning");
    fields.put("message", finding.message());
    fields.put("remedy", finding.remedy());
    return fields;
  }
}
