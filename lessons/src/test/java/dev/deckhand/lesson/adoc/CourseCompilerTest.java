package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.adoc.source.BuildStamp;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.lesson.pack.PackWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedCompilerExtension.class)
class CourseCompilerTest {

  private static final Path COURSES = Path.of("src/main/courses");

  private final CourseCompiler compiler;

  CourseCompilerTest(CompilerFixture compilerFixture) {
    this.compiler = compilerFixture.compiler();
  }

  /**
   * The golden files are rewritten by running this test with the system property {@code
   * golden.write} set; read the difference before you keep it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"kubernetes/07-deployments", "containers/01-first-container"})
  void theLessonsCompileToWhatWasReadOver(String name) throws IOException {
    Path golden = Path.of("src/test/resources/golden", name + ".txt");
    Lesson lesson = CompilerFixture.lesson(compiler.compileLesson(COURSES.resolve(name + ".adoc")));
    String outline = LessonOutline.of(lesson);
    if (System.getProperty("golden.write") != null) {
      Files.createDirectories(golden.toAbsolutePath().getParent());
      Files.writeString(golden, outline);
    }
    assertThat(outline).isEqualTo(Files.readString(golden));
  }

  @Test
  void theRepositorysCoursesHaveNoErrorsAndOnlyMissWhatIsStillToCome() {
    List<LintFinding> lintFindings =
        compiler.compileAll(COURSES).stream()
            .flatMap(course -> course.findings().stream())
            .toList();
    assertThat(lintFindings)
        .allMatch(lintFinding -> lintFinding.message().startsWith("It requires the lesson"));
  }

  @Test
  void aCompiledCourseSurvivesItsPack(@TempDir Path folder) throws IOException {
    CompiledCourse course = compiler.compile(COURSES.resolve("kubernetes"));
    var writer = new PackWriter(folder);
    for (Lesson lesson : course.lessons()) {
      writer.write(lesson);
    }
    writer.write(List.of(course.card()));

    var library = PackLibrary.in(folder);

    assertThat(library.courses()).containsExactly(course.card());
    for (Lesson lesson : course.lessons()) {
      assertThat(library.lesson(lesson.id())).contains(lesson);
    }
  }

  @Test
  void coursesComeInTheirOrderAndLessonsInThatOfTheirFiles(@TempDir Path courses) {
    course(courses, "zebra", ":order: 1");
    write(courses, "zebra/02-a.adoc", "= A\n\n== S\n\nx\n");
    write(courses, "zebra/10-b.adoc", "= B\n:id: bee\n\n== S\n\nx\n");
    course(courses, "ant", ":order: 2");
    write(courses, "ant/01-c.adoc", "= C\n:requires: zebra/bee\n\n== S\n\nx\n");

    List<CompiledCourse> compiled = compiler.compileAll(courses);

    assertThat(compiled).allMatch(CompiledCourse::isValid);
    assertThat(compiled.stream().flatMap(course -> course.card().lessons().stream()))
        .extracting(LessonCard::id)
        .containsExactly(LessonId.of("zebra/a"), LessonId.of("zebra/bee"), LessonId.of("ant/c"));
  }

  @Test
  void requirementsThatAreMissingOrGoRoundAreFound(@TempDir Path courses) {
    course(courses, "c", "");
    write(courses, "c/01-a.adoc", "= A\n:requires: b, other/x\n\n== S\n\nx\n");
    write(courses, "c/02-b.adoc", "= B\n:requires: a, pods\n\n== S\n\nx\n");

    assertThat(lines(compiler.compile(courses.resolve("c"))))
        .containsExactlyInAnyOrder(
            "c/01-a.adoc:2: The lesson requires itself, by way of those that it requires."
                + " Take one of them out of \":requires:\".",
            "c/02-b.adoc:2: The lesson requires itself, by way of those that it requires."
                + " Take one of them out of \":requires:\".",
            "c/02-b.adoc:2: warning: It requires the lesson \"c/pods\", which is not there."
                + " Write that lesson, or take it out of \":requires:\".");
    assertThat(lines(compiler.compileAll(courses).getFirst()))
        .anyMatch(line -> line.contains("It requires the lesson \"other/x\""));
  }

  @Test
  void whatIsWrongWithACourseIsSaid(@TempDir Path courses) {
    write(courses, "c/01-a.adoc", "= A\n:id: same\n\n== S\n\nx\n");
    write(courses, "c/02-b.adoc", "= B\n:id: same\n\n== S\n\nx\n");
    write(courses, "c/notes.adoc", "= N\n");
    write(courses, "Bad Name/course.adoc", "Just words.\n");

    assertThat(lines(compiler.compile(courses.resolve("c"))))
        .containsExactly(
            "c/02-b.adoc:2: The id \"c/same\" is taken by c/01-a.adoc."
                + " Give one of the two another \":id:\".",
            "c/course.adoc: The file does not exist. Check its name.",
            "c/notes.adoc: warning: The file is no lesson by its name."
                + " Call it 01-name.adoc, in small letters, with the number that gives its place.");
    assertThat(lines(compiler.compile(courses.resolve("Bad Name"))))
        .containsExactlyInAnyOrder(
            "Bad Name: A course's folder cannot have this name. Use small letters, digits and '-'.",
            "Bad Name: The course has no lesson. Add one: 01-name.adoc.",
            "Bad Name/course.adoc:1: The course has no title. Begin the file with \"= Containers\".",
            "Bad Name/course.adoc:1: The course has no license."
                + " Add \":license: CC-BY-4.0\", or the one that holds.");
  }

  @Test
  void theBuildCompilesOnlyWhatHasChanged(@TempDir Path folder) throws IOException {
    Path courses = folder.resolve("courses");
    course(courses, "c", "");
    write(courses, "c/01-a.adoc", "= A\n\n== S\n\nx\n");

    assertThat(build(folder)).isEmpty();
    Path index = folder.resolve("pack/courses.json");
    var old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(index, old);
    assertThat(build(folder)).isEmpty();
    assertThat(Files.getLastModifiedTime(index)).isEqualTo(old);

    write(courses, "c/02-b.adoc", "= B\n:lab: dokcer\n\n== S\n\nx\n");
    assertThat(build(folder))
        .contains("c/02-b.adoc:2: \":lab:\": There is no \"dokcer\". Did you mean \"docker\"?")
        .doesNotContain("\tat ");
    assertThat(index).doesNotExist();

    write(courses, "c/02-b.adoc", "= B\n:lab: docker\n\n== S\n\nx\n");
    assertThat(build(folder)).isEmpty();
    assertThat(PackLibrary.in(folder.resolve("pack")).lessons()).hasSize(2);
  }

  private String build(Path folder) throws IOException {
    var out = new ByteArrayOutputStream();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    CourseCompilerMain.run(
        folder.resolve("courses"),
        folder.resolve("pack"),
        new BuildStamp(folder.resolve("stamp")),
        classes,
        compiler,
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> lines(CompiledCourse course) {
    return course.findings().stream().map(LintFinding::toLine).toList();
  }

  private static void course(Path courses, String id, String attribute) {
    String header = attribute.isEmpty() ? "" : attribute + "\n";
    write(courses, id + "/course.adoc", "= " + id + "\n:license: CC0\n" + header + "\nAll.\n");
  }

  private static void write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
