package dev.deckhand.site.publish;

import static dev.deckhand.site.CourseFixtures.course;
import static dev.deckhand.site.CourseFixtures.lesson;
import static dev.deckhand.site.CourseFixtures.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.site.CourseFixtures;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WebEditionTest {

  private static final Syllabus SYLLABUS = syllabus("wind");

  @Test
  void theSameContentGivesTheSameKeys() {
    assertThat(keys("1", syllabus("wind"))).isEqualTo(keys("1", SYLLABUS));
  }

  @Test
  void oneLessonThatChangedChangesItsPageAndTheSearch() {
    assertThat(changed(keys("1", SYLLABUS), keys("1", syllabus("storm"))))
        .containsExactlyInAnyOrder("courses/a/one.html", "assets/search-index.js");
  }

  @Test
  void anotherProgramRendersAllAgainThatIsRendered() {
    assertThat(changed(keys("1", SYLLABUS), keys("2", SYLLABUS)))
        .containsExactlyInAnyOrder("courses/a/one.html", "courses/a/two.html");
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
            "",
            Map.of(course.lessons().getFirst().id(), recordedOutput));
    assertThat(changed(keys("1", SYLLABUS), keys("1", CourseFixtures.of(run))))
        .containsExactly("courses/a/one.html");
  }

  @Test
  void otherFormatsChangeWhatLeadsToThem() {
    Map<String, String> alone = keys("1", SYLLABUS);
    Map<String, String> both = keys("1", SYLLABUS, PublishFormat.HTML, PublishFormat.PDF);
    assertThat(changed(alone, both)).containsExactly("courses/a.html");
  }

  private static Syllabus syllabus(String words) {
    return CourseFixtures.of(
        course(
            "a",
            lesson("a/one", step(1, "Sail", words, "ls")),
            lesson("a/two", step(1, "Land", "x"))));
  }

  private static Map<String, String> keys(
      String program, Syllabus syllabus, PublishFormat... formats) {
    var keys = new TreeMap<String, String>();
    new WebEdition(program, Set.of(formats), (_, _) -> Optional.empty())
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
