package dev.deckhand.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Tenancy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamespacedLessonTest {

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
  void onlyTheNamespaceIsAnother(Lesson lesson) {
    String written = lesson.needs().namespace();

    Lesson copy = NamespacedLesson.of(lesson, written + "-x7k2m");

    assertThat(copy.needs().namespace()).isEqualTo(written + "-x7k2m");
    assertThat(copy.id()).isEqualTo(lesson.id());
    assertThat(copy.toString()).doesNotContainPattern(written + "(?![A-Za-z0-9-])");
    assertThat(NamespacedLesson.of(copy, written)).isEqualTo(lesson);
  }

  @Test
  void aCopyWithTheSameNamespaceIsEqual() {
    Lesson lesson = CompleteLesson.lesson();

    assertThat(NamespacedLesson.of(lesson, lesson.needs().namespace())).isEqualTo(lesson);
  }

  @Test
  void theNameIsReplacedAsAWholeOnly() {
    assertThat(
            NamespacedLesson.replace(
                "shop-dev, till.shop-dev.svc and /shop-dev/, but not my-shop-dev, shop-devs and"
                    + " shop-dev-2",
                "shop-dev",
                "$1"))
        .isEqualTo("$1, till.$1.svc and /$1/, but not my-shop-dev, shop-devs and shop-dev-2");
  }
}
