package dev.deckhand.shell.cli.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.cli.author.LessonNameResolver.LessonReference;
import dev.deckhand.shell.cli.common.StubLibrary;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonNameResolverTest {

  @TempDir Path courses;

  private Path volumes = Path.of("");
  private Path pods = Path.of("");

  @BeforeEach
  void write() throws IOException {
    volumes = write("containers", "02-volumes.adoc", "= V\n:id: stores\n\n== S\n\nx\n");
    pods = write("kubernetes", "01-pods.adoc", "= P\n\n:id: late\n\n== S\n\nx\n");
  }

  @Test
  void anIdLeadsToItsSource() throws Exception {
    assertThat(find("kubernetes/pods"))
        .containsExactly(new LessonReference.CourseLesson(LessonId.of("kubernetes/pods"), pods));
    assertThat(find("pods")).isEqualTo(find("kubernetes/pods"));
  }

  @Test
  void theHeadersIdCountsNotTheFilesName() throws Exception {
    assertThat(find("stores"))
        .containsExactly(
            new LessonReference.CourseLesson(LessonId.of("containers/stores"), volumes));
    assertThat(unknown("volumes").problem()).isEqualTo("There is no lesson \"volumes\".");
  }

  @Test
  void filesFoldersAndCoursesAreNamesToo() throws Exception {
    assertThat(find(volumes.toString())).containsExactly(new LessonReference.LessonFile(volumes));
    Path folder = courses.resolve("containers");
    assertThat(find(folder.toString())).containsExactly(new LessonReference.CourseFolder(folder));
    assertThat(find("containers")).containsExactly(new LessonReference.CourseFolder(folder));
    assertThat(find(courses.toString()))
        .containsExactly(new LessonReference.CoursesFolder(courses));
  }

  @Test
  void severalMayBeNamedAndNoneMeansAll() throws Exception {
    assertThat(find("stores", "pods")).hasSize(2);
    assertThat(find()).containsExactly(new LessonReference.CoursesFolder(courses));
  }

  @Test
  void whereNoSourceIsThereWhatWasCompiledIs() throws Exception {
    var packed =
        new LessonNameResolver(StubLibrary.of("containers/images"), courses.resolve("nowhere"));
    assertThat(packed.resolve(List.of("images")))
        .containsExactly(new LessonReference.PackedLesson(LessonId.of("containers/images")));
    assertThat(packed.resolve(List.of())).hasSize(1);
  }

  @Test
  void theNearestNameIsSaid() {
    assertThat(unknown("kubernetes/pdos").remedy()).startsWith("Did you mean kubernetes/pods? ");
    assertThat(unknown("stors").remedy()).startsWith("Did you mean stores? ");
    assertThat(unknown(courses + "/containers/02-volume.adoc").remedy())
        .startsWith("Did you mean " + volumes + "? ");
    assertThat(unknown("xylophone").remedy()).startsWith("Name a lesson's id");
    assertThat(unknown("\0").problem()).startsWith("There is no lesson");
  }

  @Test
  void aFolderOfSomethingElseIsSaidToBeOne() throws IOException {
    Path empty = Files.createDirectory(courses.resolve("empty"));
    assertThat(unknown(empty.toString()).problem()).endsWith("contains no course and no lesson.");
  }

  private UserError unknown(String name) {
    return catchThrowableOfType(UserError.class, () -> find(name));
  }

  private List<LessonReference> find(String... names) throws UserError {
    return new LessonNameResolver(StubLibrary.of("containers/images"), courses)
        .resolve(List.of(names));
  }

  private Path write(String course, String file, String text) throws IOException {
    Path folder = Files.createDirectories(courses.resolve(course));
    Files.writeString(folder.resolve("course.adoc"), "= C\n:license: CC0-1.0\n\nc\n");
    return Files.writeString(folder.resolve(file), text);
  }
}
