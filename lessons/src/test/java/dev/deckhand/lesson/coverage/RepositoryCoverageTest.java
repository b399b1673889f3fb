package dev.deckhand.lesson.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.pack.PackLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the repository's courses teach what the texts describe that they are made from. */
class RepositoryCoverageTest {

  private static final CourseLibrary LIBRARY = PackLibrary.builtIn();
  private static final CoverageReader.Result READ =
      CoverageReader.read(LIBRARY.coverage().orElseThrow(), "coverage.yaml", StepIndex.of(LIBRARY));
  private static final CourseCoverage COVERAGE = READ.coverage();

  @Test
  void nothingIsWrongWithIt() {
    assertThat(CoverageFixture.lines(READ)).isEmpty();
  }

  @Test
  void thereAreTheFiveTexts() {
    assertThat(COVERAGE.texts())
        .extracting(CourseCoverage.SourceText::name)
        .containsExactly(
            "containers-and-kubernetes",
            "architectural-perspective",
            "devops-architecture",
            "docker-and-kubernetes-notes",
            "docker-kubernetes-helm");
    assertThat(COVERAGE.texts())
        .allSatisfy(sourceText -> {
          assertThat(sourceText.topics())
              .extracting(CourseCoverage.Topic::kind)
              .contains(CourseCoverage.TopicKind.SYSTEM);
          assertThat(sourceText.topics())
              .extracting(CourseCoverage.Topic::kind)
              .contains(CourseCoverage.TopicKind.CONCEPT);
        });
  }

  @Test
  void eachStepThatIsNamedIsThereByThatTitle() {
    assertThat(topics().flatMap(topic -> topic.steps().stream()))
        .allSatisfy(stepReference ->
            assertThat(LIBRARY.lesson(stepReference.lesson()).orElseThrow().steps())
                .anySatisfy(step -> {
                  assertThat(step.number()).isEqualTo(stepReference.step());
                  assertThat(step.title()).isEqualTo(stepReference.title());
                }));
  }

  @Test
  void whatIsToComeIsInTheCurriculumAndNotThere() {
    assertThat(topics().flatMap(topic -> topic.plannedLessons().stream()))
        .isNotEmpty()
        .allMatch(COVERAGE.curriculum()::contains)
        .noneMatch(written()::contains);
  }

  @Test
  void eachTopicIsTaughtOrToComeAndNotBoth() {
    assertThat(topics())
        .allMatch(topic -> topic.steps().isEmpty() != topic.plannedLessons().isEmpty());
  }

  @Test
  void eachLessonTeachesSomethingThatATextDescribes() {
    assertThat(
            topics()
                .flatMap(topic -> topic.steps().stream())
                .map(CourseCoverage.StepReference::lesson))
        .containsAll(written());
  }

  @Test
  void theLessonsComeInTheOrderOfTheCurriculum() {
    for (var course : LIBRARY.courses()) {
      assertThat(course.lessons())
          .extracting(LessonCard::id)
          .containsExactlyElementsOf(
              COVERAGE.curriculum().stream()
                  .filter(id -> id.course().equals(course.id()) && written().contains(id))
                  .toList());
    }
  }

  @Test
  void eachTermOfEachTextHasItsEntry() throws IOException {
    Set<String> entries =
        COVERAGE.texts().stream()
            .flatMap(sourceText ->
                sourceText.topics().stream().map(topic -> entry(sourceText.name(), topic.name())))
            .collect(Collectors.toSet());
    assertThat(TextTerms.noted().all())
        .hasSizeGreaterThan(300)
        .doesNotHaveDuplicates()
        .allSatisfy(term -> assertThat(entries).contains(entry(term.text(), term.entry())));
  }

  @Test
  void eachEntryStandsForATermOfItsText() throws IOException {
    Set<String> meant =
        TextTerms.noted().all().stream()
            .map(term -> entry(term.text(), term.entry()))
            .collect(Collectors.toSet());
    var idle = new ArrayList<String>();
    for (CourseCoverage.SourceText sourceText : COVERAGE.texts()) {
      sourceText.topics().stream()
          .map(topic -> entry(sourceText.name(), topic.name()))
          .filter(name -> !meant.contains(name))
          .forEach(idle::add);
    }
    assertThat(idle).isEmpty();
  }

  private static String entry(String text, String topic) {
    return text + ": " + topic;
  }

  private static Stream<CourseCoverage.Topic> topics() {
    return COVERAGE.texts().stream().flatMap(sourceText -> sourceText.topics().stream());
  }

  private static List<LessonId> written() {
    return LIBRARY.lessons().stream().map(LessonCard::id).toList();
  }
}
