package dev.deckhand.site.publish;

import static dev.deckhand.site.CourseFixtures.course;
import static dev.deckhand.site.CourseFixtures.lesson;
import static dev.deckhand.site.CourseFixtures.step;
import static dev.deckhand.site.CourseFixtures.stepWithDebrief;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.site.CourseFixtures;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class WebEditionTest {

  private static final Syllabus SYLLABUS = syllabus("wind");

  @Test
  void theSameContentGivesTheSameKeys() {
    assertThat(keys(syllabus("wind"))).isEqualTo(keys(SYLLABUS));
  }

  @Test
  void oneLessonThatChangedChangesItsPageAndTheSearch() {
    assertThat(changed(keys(SYLLABUS), keys(syllabus("storm"))))
        .containsExactlyInAnyOrder("courses/a/one.html", "assets/search-index.js");
  }

  @Test
  void aPictureThatChangedChangesThePagesThatShowIt() {
    var picture = new Block.Picture("A quay", "quay.png", List.of());
    Syllabus shown = CourseFixtures.of(course("a", lesson("a/one", stepWithDebrief(picture))));
    assertThat(
            changed(
                keys(shown, (_, _) -> Optional.empty()),
                keys(shown, (_, _) -> Optional.of(CourseFixtures.picture()))))
        .containsExactly("courses/a/one.html");
  }

  @Test
  void whatACommandPrintedIsPartOfItsPage() {
    Syllabus.Course course = SYLLABUS.courses().getFirst();
    var recordedOutput =
        new RecordedOutput(List.of(new RecordedOutput.RecordedCommand("Sail", "ls", 0, "boat")));
    var run =
        new Syllabus.Course(
            course.card(),
            course.lessons(),
            List.of(),
            Map.of(course.lessons().getFirst().id(), recordedOutput));
    assertThat(changed(keys(SYLLABUS), keys(CourseFixtures.of(run))))
        .containsExactly("courses/a/one.html");
  }

  @Test
  void otherFormatsChangeWhatLeadsToThem() {
    Map<String, String> alone = keys(SYLLABUS);
    Map<String, String> both = keys(SYLLABUS, PublishFormat.HTML, PublishFormat.PDF);
    assertThat(changed(alone, both)).containsExactly("courses/a.html");
  }

  private static Syllabus syllabus(String words) {
    return CourseFixtures.of(
        course(
            "a",
            lesson("a/one", step(1, "Sail", words, "ls")),
            lesson("a/two", step(1, "Land", "x"))));
  }

  private static Map<String, String> keys(Syllabus syllabus, PublishFormat... formats) {
    return keys(syllabus, (_, _) -> Optional.empty(), formats);
  }

  private static Map<String, String> keys(
      Syllabus syllabus,
      BiFunction<String, String, Optional<Png>> pictures,
      PublishFormat... formats) {
    var keys = new TreeMap<String, String>();
    new WebEdition(Set.of(formats), pictures)
        .files(syllabus)
        .forEach(publicationFile -> keys.put(publicationFile.path(), publicationFile.key()));
    return keys;
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return after.keySet().stream()
        .filter(path -> !String.valueOf(after.get(path)).equals(before.get(path)))
        .toList();
  }
}
