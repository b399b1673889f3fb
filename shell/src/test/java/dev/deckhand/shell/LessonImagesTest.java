package dev.deckhand.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.pack.PackLibrary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code labs/images/catalog.tsv} is the only list of images, so it has all that lessons name. */
class LessonImagesTest {

  private static final Set<String> LISTED =
      DefaultImages.bundled().rows().stream()
          .map(DefaultImages.Row::name)
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void everyImageOfALessonIsInTheList() {
    List<LessonCard> lessons = PackLibrary.builtIn().lessons();
    assertThat(lessons).isNotEmpty();
    assertThat(lessons).allSatisfy(card -> assertThat(LISTED).containsAll(card.needs().images()));
  }
}
