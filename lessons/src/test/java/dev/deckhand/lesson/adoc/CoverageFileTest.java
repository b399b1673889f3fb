package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.adoc.source.BuildStamp;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.pack.PackLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a coverage file when courses are compiled. */
@ExtendWith(SharedCompilerExtension.class)
class CoverageFileTest {

  private static final String RIGHT =
      """
      curriculum: {c: [a, later]}
      texts:
        - name: t
          describes:
            - system: A
              steps: c/a#S
            - system: B
              to-come: c/later
      """;

  @TempDir Path folder;

  private final CourseCompiler compiler;

  CoverageFileTest(CompilerFixture compilerFixture) {
    this.compiler = compilerFixture.compiler();
  }

  @BeforeEach
  void oneCourse() throws IOException {
    write("c/course.adoc", "= C\n:license: CC0\n\nAll.\n");
    write("c/01-a.adoc", "= A\n\n== S\n\nx\n");
  }

  @Test
  void withoutOneThereIsNothingToSay() {
    assertThat(lines()).isEmpty();
    assertThat(library().coverage()).isEmpty();
  }

  @Test
  void whatIsRightIsHandedOnAsItIs() throws IOException {
    write("coverage.yaml", RIGHT);
    assertThat(lines()).isEmpty();
    assertThat(build()).isEmpty();
    assertThat(PackLibrary.in(folder.resolve("pack")).coverage()).contains(RIGHT);
  }

  @Test
  void aStepThatIsNotThereStopsTheBuild() throws IOException {
    write("coverage.yaml", RIGHT.replace("#S", "#T"));
    String finding = "coverage.yaml:6: The lesson \"c/a\" has no step \"T\".";
    assertThat(lines()).anyMatch(line -> line.startsWith(finding));
    assertThat(build()).contains(finding);
    assertThat(folder.resolve("pack/courses.json")).doesNotExist();
  }

  @Test
  void aLessonThatWasJustBegunDoesNotStopTheBuild() throws IOException {
    write("coverage.yaml", RIGHT);
    write("c/02-later.adoc", "= Later\n\n== S\n\nx\n");
    assertThat(build())
        .contains("coverage.yaml:8: warning: The lesson \"c/later\" is not to come: it is there.");
    assertThat(PackLibrary.in(folder.resolve("pack")).lessons()).hasSize(2);
  }

  @Test
  void aFileThatChangedIsCompiledAgain() throws IOException {
    write("coverage.yaml", RIGHT);
    assertThat(build()).isEmpty();
    write("coverage.yaml", RIGHT.replace("name: t", "name: u"));
    assertThat(build()).isEmpty();
    assertThat(PackLibrary.in(folder.resolve("pack")).coverage().orElseThrow()).contains("name: u");
  }

  @Test
  void whileALessonIsBrokenItsStepsAreNotMissed() throws IOException {
    write("coverage.yaml", RIGHT);
    write("c/01-a.adoc", "= A\n:lab: dokcer\n\n== S\n\nx\n");
    assertThat(lines())
        .containsExactly(
            "c/01-a.adoc:2: \":lab:\": There is no \"dokcer\". Did you mean \"docker\"?");
  }

  @Test
  void whatIsNoTextIsAnError() throws IOException {
    Files.write(courses().resolve("coverage.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    assertThat(lines())
        .containsExactly("coverage.yaml: The file is not UTF-8. Save it as UTF-8 text.");
    Files.delete(courses().resolve("coverage.yaml"));
    Files.createDirectory(courses().resolve("coverage.yaml"));
    assertThat(lines())
        .anyMatch(line -> line.startsWith("coverage.yaml: The file cannot be read ("));
  }

  private CompiledLibrary library() {
    return CompiledLibrary.of(courses(), compiler);
  }

  private List<String> lines() {
    return library().findings().stream().map(LintFinding::toLine).toList();
  }

  private String build() throws IOException {
    var out = new ByteArrayOutputStream();
    CourseCompilerMain.run(
        courses(),
        folder.resolve("pack"),
        new BuildStamp(folder.resolve("stamp")),
        Files.createDirectories(folder.resolve("classes")),
        compiler,
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path courses() {
    return folder.resolve("courses");
  }

  private void write(String name, String text) throws IOException {
    Path file = courses().resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
