package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.lesson.pack.PackWriter;
import dev.deckhand.lesson.variable.DrawnValue;
import dev.deckhand.lesson.variable.LessonVariation;
import dev.deckhand.lesson.variable.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedCompilerExtension.class)
class LessonVariantsTest {

  private static final Path NIGHT = LanguageFeatureTest.COURSE.resolve("04-night.adoc");
  private static final String SCALED =
      """
      = Scale
      :lab: kubernetes
      :images: nginx:1.30
      :vars: count=2..9, app=word

      == More of them

      Let `{app}` have {count} replicas.

      .There are {count} replicas
      [source.check,yaml]
      ----
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: "{app}"}
      spec: {replicas: {count}}
      (self.spec.replicas + 1 == {count} + 1): true
      ----

      [source.solution,shell]
      ----
      kubectl create deployment {app} --image nginx:1.30 --replicas {count}
      ----
      """;

  private final CompilerFixture compilerFixture;

  LessonVariantsTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  /** The proof that a lesson which is drawn later is the one that the compiler would make. */
  @Test
  void aDrawnLessonIsTheOneThatItsAuthorWouldHaveWritten(@TempDir Path folder) throws IOException {
    Lesson night = compiled(NIGHT);
    for (long seed = 1; seed <= 20; seed++) {
      Lesson drawn = LessonVariants.of(night, seed);
      List<String> lines =
          Placeholders.replace(night.variation().source(), drawn.variation().values()).stream()
              .filter(line -> !line.startsWith(":vars:"))
              .toList();
      // with the header's line in place, so that all places are the same
      var written = new ArrayList<>(lines);
      written.add(1, ":page-vars: none");
      Path course = Files.createDirectories(folder.resolve(seed + "/every-feature"));
      Path file = Files.write(course.resolve("04-night.adoc"), written);
      Lesson plain = compiled(file);

      assertThat(drawn.steps().toString()).isEqualTo(plain.steps().toString());
      assertThat(drawn.intro().subList(1, drawn.intro().size())).isEqualTo(plain.intro());
      assertThat(drawn.needs()).isEqualTo(plain.needs());
      assertThat(drawn.id()).isEqualTo(night.id());
    }
  }

  @Test
  void numbersInChecksAreNumbers() throws IOException {
    Lesson lesson = Objects.requireNonNull(compilerFixture.compile(SCALED).lesson());
    Lesson drawn = LessonVariants.of(lesson, 7);
    String count = value(drawn, "count");
    assertThat(drawn.steps().getFirst().checks().getFirst().expectations().toString())
        .contains("Numeral[value=" + count + "]")
        .contains(value(drawn, "app"));
    assertThat(drawn.steps().getFirst().checks().getFirst().title())
        .isEqualTo("There are " + count + " replicas");
  }

  @Test
  void theIntroductionSaysWhatIsDrawn() throws IOException {
    Lesson night = compiled(NIGHT);
    assertThat(night.intro().getFirst().toString())
        .contains("as an example", value(night, "rubbish"));
    Lesson drawn = LessonVariants.of(night, 4711);
    assertThat(drawn.intro().getFirst().toString())
        .contains("from the seed 4711", value(drawn, "rubbish"), value(drawn, "first"));
    assertThat(drawn.intro()).hasSameSizeAs(night.intro());
  }

  @Test
  void theExampleCanBeDrawnFromAnyVariant() throws IOException {
    Lesson night = compiled(NIGHT);
    assertThat(LessonVariants.of(LessonVariants.of(night, 9), 0)).isEqualTo(night);
    assertThat(LessonVariants.of(night, 0)).isSameAs(night);
  }

  @Test
  void aLessonFromAPackIsDrawnAsOneFromItsFile(@TempDir Path folder) throws IOException {
    Lesson night = compiled(NIGHT);
    var writer = new PackWriter(folder);
    writer.write(night);
    writer.write(List.of(compilerFixture.compiler().compile(LanguageFeatureTest.COURSE).card()));
    Lesson read = PackLibrary.in(folder).lesson(night.id()).orElseThrow();
    assertThat(read).isEqualTo(night);
    assertThat(LessonVariants.of(read, 5)).isEqualTo(LessonVariants.of(night, 5));
    assertThat(LessonDigest.of(LessonVariants.of(read, 5))).isNotEqualTo(LessonDigest.of(read));
  }

  @Test
  void aLessonWithoutVariablesStaysAsItIs() throws IOException {
    Lesson harbour = compiled(LanguageFeatureTest.COURSE.resolve("01-harbour.adoc"));
    assertThat(LessonVariants.of(harbour, 3)).isSameAs(harbour);
  }

  /** Lint tries six draws only; one that fails must not be taken for the learner's fault. */
  @Test
  void valuesThatTheLessonCantBeReadWithAreNamed() throws IOException {
    Lesson lesson = Objects.requireNonNull(compilerFixture.compile(SCALED).lesson());
    Lesson broken =
        lesson.withVariation(
            lesson.intro(),
            new LessonVariation(
                lesson.variation().variables(),
                0,
                lesson.variation().values(),
                lesson.variation().source().stream()
                    .map(line -> line.replace("kind: Deployment", "kind: {count}: x"))
                    .toList(),
                List.of()));
    assertThatThrownBy(() -> LessonVariants.of(broken, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can't be used with the seed 3 (count=");
  }

  private Lesson compiled(Path file) {
    CompiledLesson lesson = compilerFixture.compiler().compileInCourse(file);
    assertThat(lesson.findings()).isEmpty();
    return Objects.requireNonNull(lesson.lesson());
  }

  private static String value(Lesson lesson, String name) {
    return lesson.variation().values().stream()
        .filter(value -> value.name().equals(name))
        .map(DrawnValue::value)
        .findFirst()
        .orElseThrow();
  }
}
