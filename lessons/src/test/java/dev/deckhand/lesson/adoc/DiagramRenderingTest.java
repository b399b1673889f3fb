package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.diagram.DiagramCache;
import dev.deckhand.lesson.adoc.diagram.DiagramRenderer;
import dev.deckhand.lesson.adoc.diagram.DiagramRenderer.Rendering;
import dev.deckhand.lesson.adoc.diagram.PlantUmlRenderer;
import dev.deckhand.lesson.adoc.source.BuildStamp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagrams that are written in words. */
class DiagramRenderingTest {

  private static final List<String> SEQUENCE = List.of("you -> daemon : ask");
  private static final List<String> BOXES = List.of("rectangle A", "A --> B");

  @TempDir private Path folder;

  @Test
  void aSequenceIsDrawnWithLettersToo() {
    assertThat(PlantUmlRenderer.onClassPath().render(SEQUENCE))
        .isInstanceOfSatisfying(
            Rendering.Rendered.class,
            rendered -> {
              assertThat(rendered.asciiArt()).anyMatch(line -> line.contains("ask"));
              assertThat(rendered.image().width()).isBetween(100, 1000);
            });
  }

  @Test
  void boxesAreDrawnWithoutGraphviz() {
    assertThat(PlantUmlRenderer.onClassPath().render(BOXES))
        .isInstanceOfSatisfying(
            Rendering.Rendered.class, rendered -> assertThat(rendered.asciiArt()).isEmpty());
  }

  @Test
  void evenWhatPassesTheReadersEyeReadsNoFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "rectangle LEAKED\n");
    Rendering rendering = PlantUmlRenderer.onClassPath().render(List.of("!include " + secret));
    assertThat(rendering)
        .isInstanceOfSatisfying(
            Rendering.Rejected.class, rejected -> assertThat(rejected.line()).isEqualTo(1));
  }

  @Test
  void whatIsDrawnIsNotDrawnAgain() {
    var asked = new ArrayList<List<String>>();
    DiagramRenderer hand =
        source -> {
          asked.add(source);
          return new Rendering.Rendered(pixel(), List.of("a", "", "b"));
        };
    Rendering first = new DiagramCache(hand, folder).render(SEQUENCE);
    Rendering second = new DiagramCache(hand, folder).render(SEQUENCE);
    new DiagramCache(hand, folder).render(BOXES);

    assertThat(second).isEqualTo(first);
    assertThat(asked).containsExactly(SEQUENCE, BOXES);
  }

  @Test
  void whereNothingCanBeDrawnLettersServeAndTheBuildSaysSoOnce() throws IOException {
    Path course = Files.createDirectories(folder.resolve("courses/c"));
    Files.writeString(course.resolve("course.adoc"), "= C\n:license: CC0\n\nC.\n");
    Files.writeString(
        course.resolve("01-a.adoc"),
        """
        = T

        == S

        .One
        [plantuml.diagram]
        ----
        rectangle A
        ----

        [.drawn]
        ....
        +A+
        ....

        .Two
        [plantuml.diagram]
        ----
        rectangle B
        ----
        """);
    var said = new ByteArrayOutputStream();
    var buildStamp = new BuildStamp(folder.resolve("stamp"));
    try (var compiler = new CourseCompiler(fontless())) {
      boolean sound =
          CourseCompilerMain.run(
              folder.resolve("courses"),
              folder.resolve("pack"),
              buildStamp,
              course,
              compiler,
              new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThat(sound).isTrue();
      Lesson lesson =
          Objects.requireNonNull(compiler.compileLesson(course.resolve("01-a.adoc")).lesson());
      assertThat(lesson.steps().getFirst().prose())
          .containsExactly(
              new Block.Picture("One", "", List.of("+A+")),
              new Block.Picture("Two", "", List.of()));
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .hasLineCount(1)
        .contains("without their images: 2", "apt-get install fontconfig fonts-dejavu-core");
    assertThat(folder.resolve("stamp")).doesNotExist();
  }

  /** What Java without fonts does: it says so, and draws nothing. */
  private static DiagramRenderer fontless() {
    return new PlantUmlRenderer(_ ->
        List.of(
            "sh",
            "-c",
            "echo 'java.lang.NullPointerException: Fontconfig head is null' >&2; exit 1"));
  }

  private static Png pixel() {
    try {
      return Png.of(Files.readAllBytes(LanguageFeatureTest.COURSE.resolve("images/harbour.png")));
    } catch (IOException absent) {
      throw new java.io.UncheckedIOException(absent);
    }
  }
}
