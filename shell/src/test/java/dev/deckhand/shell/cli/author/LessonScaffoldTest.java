package dev.deckhand.shell.cli.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonScaffoldTest {

  @TempDir Path courses;

  @Test
  void whatItWritesHasNothingToMend() throws IOException {
    for (LessonScaffold.LabOption labOption : LessonScaffold.LabOption.values()) {
      lesson("sailing/with-" + labOption, labOption).write();
    }
    try (var compiler = new CourseCompiler()) {
      var course = compiler.compile(courses.resolve("sailing"));
      assertThat(course.findings()).isEmpty();
      assertThat(course.lessons()).hasSize(3).allMatch(lesson -> lesson.steps().size() == 2);
    }
  }

  @Test
  void theCourseIsMadeAndTheNumberChosen() throws IOException {
    assertThat(lesson("sailing/first-steps", LessonScaffold.LabOption.DOCKER).write())
        .containsExactly(
            courses.resolve("sailing/01-first-steps.adoc"), courses.resolve("sailing/course.adoc"));
    Files.writeString(courses.resolve("sailing/07-later.adoc"), "= L\n\n== S\n\nx\n");
    assertThat(lesson("sailing/03-more.adoc", LessonScaffold.LabOption.NONE).write())
        .as("a number in the name is left to us")
        .containsExactly(courses.resolve("sailing/08-more.adoc"));
    assertThat(Files.readString(courses.resolve("sailing/01-first-steps.adoc")))
        .startsWith("= First steps\n:id: first-steps\n");
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    lesson("sailing/words", LessonScaffold.LabOption.NONE).write();
    assertThatThrownBy(() -> lesson("sailing/words", LessonScaffold.LabOption.DOCKER).validate())
        .hasMessageContaining("sailing/words");
  }

  @Test
  void aNameThatCannotBeAnIdIsRefused() {
    assertThatThrownBy(() -> lesson("sailing/Big Words", LessonScaffold.LabOption.NONE).validate())
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> lesson("Sailing/words", LessonScaffold.LabOption.NONE).validate())
        .isInstanceOf(UserError.class);
    assertThatCode(() -> lesson("sailing/words", LessonScaffold.LabOption.NONE).validate())
        .doesNotThrowAnyException();
  }

  @Test
  void aCourseAndALessonBelongToTheCoursesInReach() {
    var lesson =
        LessonScaffold.forPath(
            Path.of("no-such-folder/words"), courses, "Words", LessonScaffold.LabOption.NONE);
    assertThat(lesson.course()).isEqualTo(courses.resolve("no-such-folder"));
    var elsewhere =
        LessonScaffold.forPath(
            Path.of("./x/words"), courses, "Words", LessonScaffold.LabOption.NONE);
    assertThat(elsewhere.course()).isEqualTo(Path.of("./x"));
  }

  @Test
  void afterNumberNinetyNineComesAnotherCourse() throws IOException {
    Path course = Files.createDirectory(courses.resolve("long"));
    Files.writeString(course.resolve("99-last.adoc"), "= L\n\n== S\n\nx\n");
    assertThatThrownBy(() -> lesson("long/more", LessonScaffold.LabOption.NONE).validate())
        .isInstanceOf(UserError.class);
  }

  private LessonScaffold lesson(String path, LessonScaffold.LabOption labOption) {
    return LessonScaffold.forPath(courses.resolve(path), courses, "", labOption);
  }
}
