package dev.deckhand.shell.cli;

import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.lint.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles lessons for what is wrong with them. */
final class LessonLint {

  private final Voice voice;

  LessonLint(Voice voice) {
    this.voice = voice;
  }

  ExitCode run(List<Path> paths) {
    var findings = new ArrayList<Finding>();
    try (var compiler = new CourseCompiler()) {
      for (Path path : paths) {
        if (Files.isDirectory(path)) {
          findings.addAll(compiler.compile(path).findings());
        } else if (Files.isRegularFile(path)) {
          findings.addAll(compiler.compileLesson(path).findings());
        } else {
          voice.trouble("There is no file or folder " + path + ".", "Look at the name.");
          return ExitCode.USAGE;
        }
      }
    }
    findings.forEach(finding -> voice.say(finding.line()));
    long errors = findings.stream().filter(Finding::isError).count();
    voice.say(
        findings.isEmpty()
            ? "Nothing to mend."
            : findings.size() + " findings, " + errors + " of them errors.");
    return errors == 0 ? ExitCode.OK : ExitCode.CHECKS_FAILED;
  }
}
