package dev.deckhand.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackLibraryTest {

  private final Lesson lesson = CompleteLesson.lesson();
  private final CourseCard card =
      new CourseCard("course", "Title", "Summary.", "CC0", List.of(LessonCard.of(lesson)));

  @Test
  void aLessonComesBackEqual(@TempDir Path folder) throws IOException {
    write(folder);

    var library = PackLibrary.in(folder);

    assertThat(library.courses()).containsExactly(card);
    assertThat(library.lesson(lesson.id())).contains(lesson);
  }

  @Test
  void theSameLessonGivesTheSameBytes(@TempDir Path one, @TempDir Path other) throws IOException {
    write(one);
    write(other);

    assertThat(other.resolve("course/lesson.json"))
        .hasSameBinaryContentAs(one.resolve("course/lesson.json"));
  }

  @Test
  void aLessonThatTheIndexDoesNotNameIsNotThere(@TempDir Path folder) throws IOException {
    write(folder);

    assertThat(PackLibrary.in(folder).lesson(LessonId.of("course/other"))).isEmpty();
    assertThat(PackLibrary.in(folder).lesson(LessonId.of("other/lesson"))).isEmpty();
  }

  @Test
  void anotherFormatIsRefusedWithWhatToDo(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("courses.json"), "{\"format\":9,\"courses\":[]}");

    assertThatThrownBy(() -> PackLibrary.in(folder))
        .isInstanceOf(UnreadablePackException.class)
        .hasMessageContaining("has the format 9, and this Deckhand reads 8. Use a newer Deckhand.");
  }

  @Test
  void aDamagedPackIsNamed(@TempDir Path folder) throws IOException {
    write(folder);
    Path file = folder.resolve("course/lesson.json");
    Files.writeString(file, Files.readString(file).substring(0, 200));

    assertThatThrownBy(() -> PackLibrary.in(folder).lesson(lesson.id()))
        .isInstanceOf(UnreadablePackException.class)
        .hasMessageContaining("course/lesson.json")
        .hasMessageContaining("is damaged. Compile the courses again.");
  }

  @Test
  void aFolderWithoutAnIndexIsNoPack(@TempDir Path folder) {
    assertThatThrownBy(() -> PackLibrary.in(folder))
        .isInstanceOf(UnreadablePackException.class)
        .hasMessageContaining("There is no courses.json");
  }

  @Test
  void whatIsNamedAndNotThereIsSaid(@TempDir Path folder) throws IOException {
    write(folder);
    Files.delete(folder.resolve("course/lesson.json"));

    assertThatThrownBy(() -> PackLibrary.in(folder).lesson(lesson.id()))
        .isInstanceOf(UnreadablePackException.class)
        .hasMessageContaining("There is no course/lesson.json");
  }

  @Test
  void theCoursesOfTheBuildCanBeOpened() {
    var library = PackLibrary.builtIn();

    assertThat(library.lessons()).isNotEmpty();
    for (LessonCard each : library.lessons()) {
      assertThat(library.lesson(each.id()).map(LessonCard::of)).contains(each);
    }
  }

  private void write(Path folder) throws IOException {
    var writer = new PackWriter(folder);
    writer.write(lesson);
    writer.write(List.of(card));
  }
}
