package dev.deckhand.lesson.adoc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.cel.CelVariable;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.adoc.prose.BlockRole;
import dev.deckhand.lesson.lint.LintWaivers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The course {@code every-feature} leaves nothing out. It is run in real labs too, so what stands
 * in it is known to work; whoever adds to the language adds to the course.
 */
@ExtendWith(SharedCompilerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageFeatureTest {

  static final Path COURSE = Path.of("src/test/courses/every-feature");

  private final CompiledCourse course;
  private final RecordTreeContents used;
  private final String source;

  LanguageFeatureTest(CompilerFixture compilerFixture) throws IOException {
    this.course = compilerFixture.compiler().compile(COURSE);
    this.used = RecordTreeContents.of(course.lessons());
    try (Stream<Path> files = Files.list(COURSE)) {
      this.source =
          files
              .filter(Files::isRegularFile)
              .sorted()
              .map(LanguageFeatureTest::text)
              .collect(joining("\n"));
    }
  }

  @Test
  void thereIsNothingToMend() {
    assertThat(course.findings()).isEmpty();
    assertThat(course.lessons()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(classes = {Subject.class, Block.class, Inline.class, DataPattern.class})
  void everyKindOfThingIsThere(Class<?> sealed) {
    assertThat(used.types()).contains(sealed.getPermittedSubclasses());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Check.Role.class,
        CountConstraint.Relation.class,
        Subject.DockerKind.class,
        Subject.Execution.Location.class,
        Block.Tone.class,
        LabKind.class,
        StepOrderMode.class
      })
  void everyChoiceIsMade(Class<?> constants) {
    assertThat(used.constants()).containsAll(List.of(constants.getEnumConstants()));
  }

  @ParameterizedTest
  @EnumSource
  void everyMarkIsUsed(BlockRole blockRole) {
    assertThat(steps()).anyMatch(marked(blockRole));
  }

  private static Predicate<Step> marked(BlockRole blockRole) {
    return switch (blockRole) {
      case RUN -> step -> !step.offeredEntries().isEmpty();
      case DIAGRAM ->
          step ->
              step.prose().stream()
                  .anyMatch(b -> b instanceof Block.Picture(_, _, var drawn) && !drawn.isEmpty());
      case DRAWN ->
          step ->
              step.prose().stream()
                  .anyMatch(b ->
                      b instanceof Block.Picture(_, var image, var drawn)
                          && image.startsWith("diagram-")
                          && drawn.getFirst().startsWith("+- quay"));
      case SETUP -> step -> !step.setup().isEmpty();
      case CHECK -> step -> !step.checks().isEmpty();
      case ANSWER -> step -> step.questions().size() > 1;
      case QUIZ -> step -> !step.quizzes().isEmpty();
      case HINT -> step -> step.hints().size() > 1;
      case SOLUTION -> step -> step.solution() != null;
      case ALTERNATIVE -> step -> !step.alternatives().isEmpty();
      case WRONG -> step -> step.wrongs().size() > 1;
      case DEBRIEF -> step -> !step.debrief().isEmpty();
      case INSTRUCTOR -> step -> !step.instructor().isEmpty();
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyVariableIsSpokenOf(CelVariable celVariable) {
    assertThat(expressions())
        .anyMatch(text -> text.matches("(?s).*\\b" + celVariable.keyword() + "\\b.*"));
  }

  @ParameterizedTest
  @EnumSource
  void everyWaiverIsAskedFor(LintWaivers.Waiver waiver) {
    assertThat(source).contains("." + waiver.keyword());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "lab",
        "images",
        "needs",
        "requires",
        "namespace",
        "minutes",
        "level",
        "order"
      })
  void everyAttributeOfTheHeaderIsSet(String attribute) {
    assertThat(source).contains("\n:" + attribute + ": ");
  }

  @Test
  void everySettingOfACheckIsMade() {
    assertThat(checks())
        .anyMatch(check -> !check.within().equals(Check.DEFAULT_WITHIN))
        .anyMatch(check -> !check.hold().isZero())
        .anyMatch(check -> check.count().isAbsent())
        .anyMatch(Check::hidden)
        .anyMatch(check -> check.weight() > 1)
        .anyMatch(check -> check.expectations().size() > 1);
  }

  @Test
  void quizzesHaveOneRightChoiceOrSeveral() {
    assertThat(steps())
        .anyMatch(step -> step.quizzes().stream().anyMatch(q -> q.rightChoices().size() == 1));
    assertThat(steps())
        .anyMatch(step -> step.quizzes().stream().anyMatch(q -> q.rightChoices().size() > 1));
  }

  @Test
  void commandsSpanLinesAndShowWhatTheyPrint() {
    assertThat(steps().flatMap(step -> step.offeredEntries().stream()))
        .anyMatch(line -> line.contains("\n"));
    assertThat(steps().flatMap(step -> step.prose().stream()))
        .anyMatch(
            block -> block instanceof Block.Listing listing && listing.lines().contains("quay"));
  }

  private Stream<Step> steps() {
    return course.lessons().stream().map(Lesson::steps).flatMap(List::stream);
  }

  private Stream<Check> checks() {
    return steps().map(Step::checks).flatMap(List::stream);
  }

  private Stream<String> expressions() {
    return Stream.concat(
            checks().map(Check::expectations),
            steps().flatMap(step -> step.questions().stream()).map(q -> q.expectations()))
        .flatMap(List::stream)
        .map(Expectation::pattern)
        .flatMap(pattern -> pattern.allExpressions().stream())
        .map(DataPattern.Expression::source);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
