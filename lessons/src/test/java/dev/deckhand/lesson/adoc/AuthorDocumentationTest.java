package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.adoc.header.HeaderValidator;
import dev.deckhand.lesson.adoc.prose.BlockRole;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.lint.LintWaivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedCompilerExtension.class)
class AuthorDocumentationTest {

  private static final Path PAGE = Path.of("../docs/authors/lesson-language.adoc");
  private static final Pattern EXAMPLE =
      Pattern.compile("\\[source\\.example-(\\w+),\\w+]\n------\n(.*?)\n------\n", Pattern.DOTALL);
  private static final String SOLUTION = "\n[source.solution,shell]\n----\nls\n----\n";

  private final CompilerFixture compilerFixture;

  AuthorDocumentationTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @TestFactory
  Stream<DynamicTest> everyExampleCompiles() throws IOException {
    String page = Files.readString(PAGE);
    return examples()
        .filter(example ->
            !Set.of("course", "picture", "sources", "coverage").contains(example.group(1)))
        .map(example ->
            DynamicTest.dynamicTest(
                example.group(1) + " at line " + lineOf(page, example.start()),
                () ->
                    assertThat(findings(example.group(1), example.group(2)))
                        .filteredOn(LintFinding::isError)
                        .isEmpty()));
  }

  @Test
  void theExampleOfACourseCompiles(@TempDir Path folder) throws IOException {
    Path course = Files.createDirectory(folder.resolve("containers"));
    Files.writeString(course.resolve("course.adoc"), examples("course").getFirst() + "\n");
    Files.writeString(course.resolve("01-a.adoc"), "= A\n\n== S\n\nx\n");

    CompiledCourse compiled = compilerFixture.compiler().compile(course);

    assertThat(compiled.findings()).isEmpty();
    assertThat(compiled.order()).isEqualTo(10);
    assertThat(compiled.card().summary()).isEqualTo("What a container is, and what it is not.");
  }

  @Test
  void theExamplesOfSourcesAndCoverageFitTheLessonOnThePage(@TempDir Path folder)
      throws IOException {
    Path course = Files.createDirectory(folder.resolve("containers"));
    Files.writeString(course.resolve("course.adoc"), examples("course").getFirst() + "\n");
    Files.writeString(course.resolve("01-volumes.adoc"), examples("lesson").getFirst() + "\n");
    Files.writeString(course.resolve("sources.adoc"), examples("sources").getFirst() + "\n");
    Files.writeString(folder.resolve("coverage.yaml"), examples("coverage").getFirst() + "\n");

    CompiledLibrary library = CompiledLibrary.of(folder, compilerFixture.compiler());

    assertThat(library.findings()).filteredOn(LintFinding::isError).isEmpty();
    assertThat(library.findings())
        .extracting(LintFinding::message)
        .allMatch(message -> message.startsWith("It requires the lesson"));
    assertThat(library.sources("containers")).isNotEmpty();
  }

  @Test
  void theExampleOfADiagramCompiles(@TempDir Path folder) throws IOException {
    Path image = Files.createDirectory(folder.resolve("images")).resolve("deployment.png");
    Files.copy(Path.of("src/main/courses/kubernetes/images/deployment.png"), image);
    Path lesson = folder.resolve("01-a.adoc");
    Files.writeString(lesson, "= A\n\n== S\n\n" + examples("picture").getFirst() + "\n");

    assertThat(compilerFixture.compiler().compileLesson(lesson).findings()).isEmpty();
  }

  @Test
  void wholeLessonsOnThePageAreUpToTheStandard() throws IOException {
    assertThat(examples("lesson")).isNotEmpty();
    for (String lesson : examples("lesson")) {
      assertThat(compilerFixture.compile(lesson).findings()).isEmpty();
    }
  }

  @Test
  void everyWordOfTheLanguageIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    Stream<String> words =
        Stream.of(
                HeaderValidator.LESSON_ATTRIBUTES.stream(),
                HeaderValidator.COURSE_ATTRIBUTES.stream(),
                Arrays.stream(LabKind.values()).map(LabKind::keyword),
                Arrays.stream(Ability.values()).map(Ability::keyword))
            .flatMap(list -> list)
            .map(word -> "`" + word + "`");
    Stream<String> marks =
        Stream.concat(
                BlockRole.keywords().stream(),
                Arrays.stream(LintWaivers.Waiver.values()).map(LintWaivers.Waiver::keyword))
            .map(word -> "." + word);
    assertThat(Stream.concat(words, marks)).allSatisfy(word -> assertThat(page).contains(word));
  }

  private static Stream<MatchResult> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(PAGE)).results();
  }

  private static List<String> examples(String kind) throws IOException {
    return examples()
        .filter(example -> example.group(1).equals(kind))
        .map(example -> example.group(2))
        .toList();
  }

  private List<LintFinding> findings(String kind, String example) throws IOException {
    String step = "= T\n:lab: docker, kubernetes\n\n== S\n\n";
    return switch (kind) {
      case "lesson" -> compilerFixture.compile(example).findings();
      case "step" -> compilerFixture.compile(step + example + "\n").findings();
      case "check" ->
          compilerFixture
              .compile(step + ".C\n[source.check,yaml]\n----\n" + example + "\n----\n" + SOLUTION)
              .findings();
      default -> throw new AssertionError("nobody compiles an example of the kind " + kind);
    };
  }

  private static long lineOf(String page, int position) {
    return page.substring(0, position).lines().count() + 1;
  }
}
