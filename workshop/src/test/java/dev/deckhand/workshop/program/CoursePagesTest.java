package dev.deckhand.workshop.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.pack.NamespacedLesson;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.LessonPage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoursePagesTest {

  private static final PackLibrary LIBRARY = PackLibrary.builtIn();

  static Stream<Lesson> sharedLessons() {
    List<Lesson> shared =
        LIBRARY.lessons().stream()
            .filter(card -> card.needs().tenancy() == Tenancy.SHARED)
            .map(card -> LIBRARY.lesson(card.id()).orElseThrow())
            .toList();
    assertThat(shared).hasSizeGreaterThan(5);
    return shared.stream();
  }

  @ParameterizedTest
  @MethodSource("sharedLessons")
  void thePageNamesTheLearnersNamespaceAlone(Lesson lesson) {
    String own = lesson.needs().namespace() + "-x7k2m";

    String page =
        new CoursePages(LIBRARY).lesson(lesson.id(), Optional.of(own)).orElseThrow().body();

    assertThat(page).doesNotContainPattern(lesson.needs().namespace() + "(?![A-Za-z0-9-])");
  }

  /** The name is replaced in the page, which would fail if marks stood between its letters. */
  @ParameterizedTest
  @MethodSource("sharedLessons")
  void thePageIsThatOfTheLearnersCopy(Lesson lesson) {
    String own = lesson.needs().namespace() + "-x7k2m";

    assertThat(NamespacedLesson.replace(html(lesson), lesson.needs().namespace(), own))
        .isEqualTo(html(NamespacedLesson.of(lesson, own)));
  }

  private static String html(Lesson lesson) {
    return Html.write(
        LessonPage.content(
            lesson, RecordedOutput.NONE, name -> LIBRARY.picture(lesson.id().course(), name)));
  }
}
