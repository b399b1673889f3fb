package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.fuzz.Mutator;
import dev.deckhand.fuzz.Runs;
import dev.deckhand.fuzz.Tokens;
import dev.deckhand.lesson.adoc.diagram.DiagramRenderer;
import dev.deckhand.lesson.lint.LintFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Breaks lessons at random, and has the compiler say what is wrong with them. */
@ExtendWith(SharedCompilerExtension.class)
class LessonFuzzTest {

  private static final int ROUNDS = 80;
  private static final List<Path> LESSONS =
      List.of(BrokenLessonTest.BROKEN, Path.of("src/main/courses"));

  private final CourseCompiler compiler;

  LessonFuzzTest(CompilerFixture compilerFixture) {
    // what is broken is the file: drawing it anew each time would take a second
    this.compiler = new CourseCompiler(DiagramRenderer.NONE);
  }

  @Test
  void noFileIsTooBrokenToBeToldOf(@TempDir Path folder) throws IOException {
    var runs = new Runs(ROUNDS);
    var mutator = new Mutator(lessons(), Tokens.OF_LESSONS, Runs.seed());
    Path file = folder.resolve("01-x.adoc");
    // to start takes longer than any file may
    Files.writeString(file, "= T\n\n== S\n\nx\n");
    assertThat(compiler.compileLesson(file).isValid()).isTrue();
    while (runs.goesOn()) {
      byte[] text = mutator.next();
      runs.attempt(text, ".adoc", () -> compile(text, file));
    }
    assertThat(runs.found()).as("found in %d files", runs.done()).isEmpty();
  }

  private void compile(byte[] text, Path file) throws IOException {
    Files.write(file, text);
    long begin = System.nanoTime();
    CompiledLesson compiled = compiler.compileLesson(file);
    if (System.getProperty("fuzz.minutes") != null) {
      assertThat((System.nanoTime() - begin) / 1_000_000_000).as("seconds").isLessThan(20);
    }
    int lines = Math.toIntExact(new String(text, StandardCharsets.UTF_8).lines().count());
    assertThat(compiled.findings()).allSatisfy(lintFinding -> check(lintFinding, lines));
    assertThat(compiled.lesson() != null || !compiled.findings().isEmpty()).isTrue();
    if (compiled.isValid()) {
      assertThat(LessonOutline.of(CompilerFixture.lesson(compiled))).isNotBlank();
    }
  }

  private static void check(LintFinding lintFinding, int lines) {
    FindingWordingCheck.check(lintFinding);
    assertThat(lintFinding.message()).doesNotContain("The file cannot be compiled");
    assertThat(lintFinding.place().line()).as(lintFinding.toString()).isBetween(0, lines);
  }

  private static List<byte[]> lessons() throws IOException {
    var lessons = new java.util.ArrayList<byte[]>();
    for (Path folder : LESSONS) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path :
            paths.filter(path -> path.toString().endsWith(".adoc")).sorted().toList()) {
          lessons.add(Files.readAllBytes(path));
        }
      }
    }
    return lessons;
  }
}
