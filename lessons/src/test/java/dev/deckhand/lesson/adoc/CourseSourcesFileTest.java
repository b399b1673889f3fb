package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.pack.PackLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file in which a course tells where its facts come from. */
@ExtendWith(SharedCompilerExtension.class)
class CourseSourcesFileTest {

  @TempDir Path folder;

  private final CourseCompiler compiler;

  CourseSourcesFileTest(CompilerFixture compilerFixture) {
    this.compiler = compilerFixture.compiler();
  }

  @BeforeEach
  void oneCourse() throws IOException {
    write("course.adoc", "= C\n:license: CC0\n\nAll.\n");
    write("01-a.adoc", "= A\n\n== S\n\nx\n");
  }

  @Test
  void aCourseNeedsNone() {
    assertThat(compiled().sources()).isEmpty();
    assertThat(compiled().findings()).isEmpty();
  }

  @Test
  void itIsNoLessonAndIsReadAsProse() throws IOException {
    String text =
        """
        = Sources

        Words.

        == A table

        [%header,cols="1,2"]
        |===
        |Lesson |Page

        |a
        |https://example.org/a[A page]
        |===
        """;
    write("sources.adoc", text);
    assertThat(compiled().sources())
        .containsExactly(
            new Block.Paragraph(words("Words.")),
            new Block.Heading(1, words("A table")),
            new Block.Table(
                "",
                List.of(words("Lesson"), words("Page")),
                List.of(
                    List.of(
                        words("a"),
                        List.of(new Inline.Link(words("A page"), "https://example.org/a"))))));
    assertThat(compiled().findings()).isEmpty();
    assertThat(compiled().lessons()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "include::/etc/passwd[]~1: A lesson is one file: include:: is not read.",
        "++++\\n<script>x</script>\\n++++~1: A lesson cannot show a block of the kind \"pass\".",
        "x\\n\\n|===\\n|a~3: AsciiDoc: unterminated table block.",
        "video::x.mp4[]~1: A lesson cannot show a block of the kind \"video\".",
        "{nobody}~1: warning: AsciiDoc: skipping reference to missing attribute: nobody.",
      })
  void whatALessonMayNotHoldItMayNotHoldEither(String text, String finding) throws IOException {
    write("sources.adoc", text.replace("\\n", "\n") + "\n");
    assertThat(compiled().findings().stream().map(LintFinding::toLine))
        .anyMatch(line -> line.startsWith("c/sources.adoc:" + finding));
  }

  @Test
  void whatIsNoTextIsNotHandedOn() throws IOException {
    Files.write(course().resolve("sources.adoc"), new byte[] {(byte) 0xff});
    assertThat(compiled().sources()).isEmpty();
    assertThat(compiled().findings().stream().map(LintFinding::toLine))
        .containsExactly("c/sources.adoc:1: The file is not UTF-8. Save it as UTF-8 text.");
  }

  @Test
  void eachCourseOfTheRepositoryNamesEachOfItsLessons() {
    var library = PackLibrary.builtIn();
    assertThat(library.courses()).isNotEmpty();
    for (CourseCard course : library.courses()) {
      List<String> cells = cells(library.sources(course.id())).map(Inline::plainText).toList();
      assertThat(course.lessons())
          .extracting(LessonCard::id)
          .allSatisfy(id -> assertThat(cells).contains(id.lesson()));
    }
  }

  @Test
  void theRepositorysSourcesLeadToPagesThatEverybodyCanOpen() {
    var library = PackLibrary.builtIn();
    for (CourseCard course : library.courses()) {
      List<String> links =
          cells(library.sources(course.id()))
              .flatMap(List::stream)
              .flatMap(inline -> inline instanceof Inline.Link link ? Stream.of(link) : null)
              .map(Inline.Link::target)
              .toList();
      assertThat(links).isNotEmpty().allMatch(link -> link.matches("https://[a-z0-9.]+/.*"));
    }
  }

  private static List<Inline> words(String text) {
    return List.of(new Inline.Words(text));
  }

  private static Stream<List<Inline>> cells(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block instanceof Block.Table table ? table.rows().stream() : null)
        .flatMap(List::stream);
  }

  private CompiledCourse compiled() {
    return compiler.compile(course());
  }

  private Path course() {
    return folder.resolve("c");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(course());
    Files.writeString(course().resolve(name), text);
  }
}
