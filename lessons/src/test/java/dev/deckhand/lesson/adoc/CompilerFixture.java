package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.lint.LintFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Where tests compile what they have just written. */
record CompilerFixture(CourseCompiler compiler) implements AutoCloseable {

  /** Compiles bytes as a file called {@code 01-x.adoc}. */
  CompiledLesson compile(byte[] content) throws IOException {
    Path folder = Files.createTempDirectory("course");
    Path file = folder.resolve("01-x.adoc");
    try {
      Files.write(file, content);
      CompiledLesson compiled = compiler.compileLesson(file);
      assertAboutThe(file, compiled);
      return compiled;
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** A lesson that may look at whatever there is. */
  private static final String HEAD = "= T\n:lab: docker, kubernetes, java\n\n";

  CompiledLesson compile(String text) throws IOException {
    return compile(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The findings in a text, as {@code line: message remedy}. */
  List<String> findings(String text) throws IOException {
    return compile(text).findings().stream().map(CompilerFixture::brief).toList();
  }

  /** The findings in the one step of a lesson, with lines counted from the step's title. */
  List<String> findingsInStep(String body) throws IOException {
    return compile(HEAD + "== S\n" + body).findings().stream()
        .map(lintFinding ->
            new LintFinding(
                new dev.deckhand.check.diagnostic.SourcePosition(
                    "x", (int) Math.max(0, lintFinding.place().line() - HEAD.lines().count())),
                lintFinding.severity(),
                lintFinding.message(),
                lintFinding.remedy()))
        .map(CompilerFixture::brief)
        .toList();
  }

  /** The first step of a lesson that has no errors. */
  Step step(String body) throws IOException {
    CompiledLesson compiled = compile(HEAD + "== S\n\n" + body);
    if (!compiled.isValid()) {
      throw new AssertionError(compiled.findings());
    }
    return lesson(compiled).steps().getFirst();
  }

  static Lesson lesson(CompiledLesson compiled) {
    return Objects.requireNonNull(compiled.lesson(), () -> compiled.findings().toString());
  }

  private static String brief(LintFinding lintFinding) {
    return lintFinding.place().line()
        + ": "
        + (lintFinding.isError() ? "" : "warning: ")
        + lintFinding.message()
        + " "
        + lintFinding.remedy();
  }

  private static void assertAboutThe(Path file, CompiledLesson compiled) {
    for (LintFinding lintFinding : compiled.findings()) {
      if (!lintFinding.place().file().equals(file.toString())) {
        throw new AssertionError("about another file: " + lintFinding);
      }
    }
  }

  @Override
  public void close() {
    compiler.close();
  }
}
