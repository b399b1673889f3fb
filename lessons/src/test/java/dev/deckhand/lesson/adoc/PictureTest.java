package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.source.BuildStamp;
import dev.deckhand.lesson.pack.PackLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedCompilerExtension.class)
class PictureTest {

  private static final Path HARBOUR = LanguageFeatureTest.COURSE.resolve("images/harbour.png");

  private final CompilerFixture compilerFixture;

  @TempDir private Path folder;
  private Path course;
  private Path images;

  PictureTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @BeforeEach
  void course() throws IOException {
    course = Files.createDirectories(folder.resolve("courses/quays"));
    images = Files.createDirectory(course.resolve("images"));
    Files.writeString(course.resolve("course.adoc"), "= Q\n:license: CC0\n\nQuays.\n");
  }

  @Test
  void anImageHasItsWordsAndItsBytes() throws IOException {
    Files.copy(HARBOUR, images.resolve("quay.png"));
    CompiledLesson compiled = compile("image::images/quay.png[A *quay*]");

    assertThat(compiled.findings()).isEmpty();
    assertThat(prose(compiled))
        .containsExactly(new Block.Picture("A *quay*", "quay.png", List.of()));
    assertThat(compiled.pictures()).containsEntry("quay.png", Png.of(Files.readAllBytes(HARBOUR)));
  }

  @Test
  void aDiagramIsKeptAsItIsDrawnAndMayStandInsideOtherBlocks() throws IOException {
    CompiledLesson compiled = compile("* one\n+\n.A ship\n[.diagram]\n....\n  |_\n\\___/\n....\n");

    assertThat(compiled.findings()).isEmpty();
    assertThat(prose(compiled).toString())
        .contains(new Block.Picture("A ship", "", List.of("  |_", "\\___/")).toString());
  }

  @Test
  void aLinkIsNotFollowedWhereverItLeads() throws IOException {
    Files.createSymbolicLink(images.resolve("quay.png"), HARBOUR.toAbsolutePath());
    CompiledLesson compiled = compile("image::images/quay.png[A quay]");

    assertThat(compiled.pictures()).isEmpty();
    assertThat(compiled.findings())
        .singleElement()
        .satisfies(lintFinding -> {
          assertThat(lintFinding.isError()).isTrue();
          assertThat(lintFinding.remedy()).contains("not a link");
        });
  }

  @Test
  void neitherIsAFolderThatIsALink() throws IOException {
    Files.delete(images);
    Files.createSymbolicLink(images, HARBOUR.toAbsolutePath().getParent());

    assertThat(compile("image::images/harbour.png[A quay]").pictures()).isEmpty();
  }

  @Test
  void whatIsShownIsPackedAndNothingElse() throws IOException {
    Files.copy(HARBOUR, images.resolve("quay.png"));
    Files.copy(HARBOUR, images.resolve("draft.png"));
    compile("image::images/quay.png[A quay]");
    Path pack = folder.resolve("pack");
    boolean sound =
        CourseCompilerMain.run(
            folder.resolve("courses"),
            pack,
            new BuildStamp(folder.resolve("stamp")),
            images,
            compilerFixture.compiler(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

    assertThat(sound).isTrue();
    PackLibrary library = PackLibrary.in(pack);
    assertThat(library.picture("quays", "quay.png")).contains(Png.of(Files.readAllBytes(HARBOUR)));
    assertThat(library.picture("quays", "draft.png")).isEmpty();
    assertThat(library.picture("quays", "../01-a.json")).isEmpty();
    assertThat(library.picture("..", "quay.png")).isEmpty();
  }

  private CompiledLesson compile(String body) throws IOException {
    Path lesson = course.resolve("01-a.adoc");
    Files.writeString(lesson, "= T\n\n== S\n\n" + body + "\n");
    return compilerFixture.compiler().compileLesson(lesson);
  }

  private static List<Block> prose(CompiledLesson compiled) {
    var lesson = compiled.lesson();
    return lesson == null ? List.of() : lesson.steps().getFirst().prose();
  }
}
