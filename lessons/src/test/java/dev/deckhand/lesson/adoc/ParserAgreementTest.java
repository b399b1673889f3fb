package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.fuzz.Mutator;
import dev.deckhand.fuzz.Runs;
import dev.deckhand.fuzz.Tokens;
import dev.deckhand.lesson.adoc.asciidoctor.AsciidoctorParser;
import dev.deckhand.lesson.adoc.diagram.DiagramRenderer;
import dev.deckhand.lesson.adoc.parser.LessonParser;
import dev.deckhand.lesson.adoc.parser.UnsupportedMarkupException;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deckhand's own parser and Asciidoctor agree on every file that Deckhand's parser takes. */
class ParserAgreementTest {

  private static final Path COURSES = Path.of("src/main/courses");
  private static final Path TESTS = Path.of("src/test");
  private static final int ROUNDS = 300;

  private static AsciidoctorParser asciidoctor;
  private static CourseCompiler slowCompiler;

  @BeforeAll
  static void start() {
    asciidoctor = AsciidoctorParser.start();
    slowCompiler = new CourseCompiler(DiagramRenderer.NONE, DocumentParser.onlyAsciidoctor());
  }

  @AfterAll
  static void stop() {
    slowCompiler.close();
    asciidoctor.close();
  }

  @Test
  void allLessonsAreParsedAlike() throws IOException {
    for (Path file : files(COURSES)) {
      assertThat(difference(Files.readString(file))).as(file.toString()).isEmpty();
    }
  }

  /** A lesson that Asciidoctor has to parse makes lint slow, so each must have its reason. */
  @Test
  void lessonsNeedNoAsciidoctor() throws IOException {
    var reasons = new TreeMap<String, String>();
    for (Path file : files(COURSES)) {
      try {
        var source = new SourceFile(file.toString(), Files.readString(file).lines().toList());
        LessonParser.parse(
            VariationCompiler.of(source, "course", "lesson", new DiagnosticCollector("file"))
                .exampleFile()
                .lines());
      } catch (UnsupportedMarkupException unsupported) {
        reasons.put(file.toString(), String.valueOf(unsupported.getMessage()));
      }
    }
    assertThat(reasons).isEmpty();
  }

  @Test
  void oddFilesAreParsedAlike() throws IOException {
    var odd = new ArrayList<>(files(TESTS));
    odd.addAll(files(Path.of("../docs/authors")));
    var different = new TreeMap<String, String>();
    for (Path file : odd) {
      try {
        difference(Files.readString(file)).ifPresent(one -> different.put(file.toString(), one));
      } catch (CharacterCodingException notUtf8) {
        // refused before it is parsed
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void brokenLessonsAreParsedAlike() throws IOException {
    var seeds = new ArrayList<byte[]>();
    for (Path folder : List.of(COURSES, TESTS)) {
      for (Path file : files(folder)) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    var mutator = new Mutator(seeds, Tokens.OF_LESSONS, Runs.seed());
    compare(() -> new String(mutator.next(), StandardCharsets.UTF_8));
  }

  @Test
  void denseMarkupIsParsedAlike() throws IOException {
    compare(new OddDocuments(Runs.seed())::paragraph);
  }

  @Test
  void denseBlocksAreParsedAlike() throws IOException {
    compare(new OddDocuments(Runs.seed())::blocks);
  }

  /** What counts in the end is the same, too: the lessons, and what is wrong with them. */
  @Test
  void coursesAreCompiledAlike() {
    try (var compiler = new CourseCompiler(DiagramRenderer.NONE)) {
      for (Path courses : List.of(COURSES, Path.of("src/test/courses"))) {
        assertThat(compiler.compileAll(courses)).isEqualTo(slowCompiler.compileAll(courses));
      }
    }
  }

  @Test
  void brokenLessonsHaveTheSameFindings() throws IOException {
    try (var compiler = new CourseCompiler(DiagramRenderer.NONE)) {
      for (Path file : files(BrokenLessonTest.BROKEN)) {
        assertThat(compiler.compileLesson(file)).isEqualTo(slowCompiler.compileLesson(file));
      }
    }
  }

  private static void compare(Supplier<String> documents) throws IOException {
    var runs = new Runs(ROUNDS);
    int taken = 0;
    while (runs.goesOn()) {
      String text = documents.get();
      taken += isTaken(text) ? 1 : 0;
      runs.attempt(
          text.getBytes(StandardCharsets.UTF_8),
          ".adoc",
          () -> assertThat(difference(text)).as(text).isEmpty());
    }
    assertThat(runs.found()).as("found in %d files", runs.done()).isEmpty();
    assertThat(taken).as("files that are not left to Asciidoctor").isGreaterThan(runs.done() / 5);
  }

  private static boolean isTaken(String text) {
    try {
      LessonParser.parse(text.lines().toList());
      return true;
    } catch (UnsupportedMarkupException unsupported) {
      return false;
    }
  }

  /** The first line in which the two differ; empty if they agree, or Deckhand's gives up. */
  private static Optional<String> difference(String text) {
    // refused before it is parsed
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
        || !isTaken(text)) {
      return Optional.empty();
    }
    var file = new SourceFile("c/01-x.adoc", text.lines().toList());
    var findings = new DiagnosticCollector("x");
    List<String> own = DocumentDump.of(LessonParser.parse(file.lines())).lines().toList();
    List<String> other = DocumentDump.of(asciidoctor.parse(file, findings)).lines().toList();
    if (!findings.findings().isEmpty()) {
      return Optional.of("Asciidoctor says: " + findings.findings());
    }
    for (int i = 0; i < Math.max(own.size(), other.size()); i++) {
      String one = i < own.size() ? own.get(i) : "";
      String two = i < other.size() ? other.get(i) : "";
      if (!one.equals(two)) {
        return Optional.of("\n  Deckhand:    " + one + "\n  Asciidoctor: " + two);
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".adoc")).sorted().toList();
    }
  }
}
