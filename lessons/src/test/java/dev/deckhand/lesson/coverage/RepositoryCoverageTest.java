package dev.deckhand.lesson.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
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

  private static final Library LIBRARY = PackLibrary.builtIn();
  private static final CoverageReader.Read READ =
      CoverageReader.read(LIBRARY.coverage().orElseThrow(), "coverage.yaml", Steps.of(LIBRARY));
  private static final Coverage COVERAGE = READ.coverage();

  @Test
  void nothingIsWrongWithIt() {
    assertThat(Written.lines(READ)).isEmpty();
  }

  @Test
  void thereAreTheFiveTexts() {
    assertThat(COVERAGE.texts())
        .extracting(Coverage.Text::name)
        .containsExactly(
            "containers-and-kubernetes",
            "architectural-perspective",
            "devops-architecture",
            "docker-and-kubernetes-notes",
            "docker-kubernetes-helm");
    assertThat(COVERAGE.texts())
        .allSatisfy(text -> {
          assertThat(text.topics()).extracting(Coverage.Topic::kind).contains(Coverage.Kind.SYSTEM);
          assertThat(text.topics())
              .extracting(Coverage.Topic::kind)
              .contains(Coverage.Kind.CONCEPT);
        });
  }

  @Test
  void eachStepThatIsNamedIsThereByThatTitle() {
    assertThat(topics().flatMap(topic -> topic.taught().stream()))
        .allSatisfy(taught ->
            assertThat(LIBRARY.lesson(taught.lesson()).orElseThrow().steps())
                .anySatisfy(step -> {
                  assertThat(step.number()).isEqualTo(taught.step());
                  assertThat(step.title()).isEqualTo(taught.title());
                }));
  }

  @Test
  void whatIsToComeIsInTheCurriculumAndNotThere() {
    assertThat(topics().flatMap(topic -> topic.toCome().stream()))
        .isNotEmpty()
        .allMatch(COVERAGE.curriculum()::contains)
        .noneMatch(written()::contains);
  }

  @Test
  void eachTopicIsTaughtOrToComeAndNotBoth() {
    assertThat(topics()).allMatch(topic -> topic.taught().isEmpty() != topic.toCome().isEmpty());
  }

  @Test
  void eachLessonTeachesSomethingThatATextDescribes() {
    assertThat(topics().flatMap(topic -> topic.taught().stream()).map(Coverage.Taught::lesson))
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
            .flatMap(text -> text.topics().stream().map(topic -> entry(text.name(), topic.name())))
            .collect(Collectors.toSet());
    assertThat(Terms.noted().all())
        .hasSizeGreaterThan(300)
        .doesNotHaveDuplicates()
        .allSatisfy(term -> assertThat(entries).contains(entry(term.text(), term.entry())));
  }

  @Test
  void eachEntryStandsForATermOfItsText() throws IOException {
    Set<String> meant =
        Terms.noted().all().stream()
            .map(term -> entry(term.text(), term.entry()))
            .collect(Collectors.toSet());
    var idle = new ArrayList<String>();
    for (Coverage.Text text : COVERAGE.texts()) {
      text.topics().stream()
          .map(topic -> entry(text.name(), topic.name()))
          .filter(name -> !meant.contains(name))
          .forEach(idle::add);
    }
    assertThat(idle).isEmpty();
  }

  private static String entry(String text, String topic) {
    return text + ": " + topic;
  }

  private static Stream<Coverage.Topic> topics() {
    return COVERAGE.texts().stream().flatMap(text -> text.topics().stream());
  }

  private static List<LessonId> written() {
    return LIBRARY.lessons().stream().map(LessonCard::id).toList();
  }
}
