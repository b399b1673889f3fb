package dev.deckhand.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.adoc.CourseCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLessonTest {

  @TempDir Path courses;

  @Test
  void whatItWritesHasNothingToMend() throws IOException {
    for (NewLesson.Lab lab : NewLesson.Lab.values()) {
      lesson("sailing/with-" + lab, lab).write();
    }
    try (var compiler = new CourseCompiler()) {
      var course = compiler.compile(courses.resolve("sailing"));
      assertThat(course.findings()).isEmpty();
      assertThat(course.lessons()).hasSize(3).allMatch(lesson -> lesson.steps().size() == 2);
    }
  }

  @Test
  void theCourseIsMadeAndTheNumberChosen() throws IOException {
    assertThat(lesson("sailing/first-steps", NewLesson.Lab.DOCKER).write())
        .containsExactly(
            courses.resolve("sailing/01-first-steps.adoc"), courses.resolve("sailing/course.adoc"));
    Files.writeString(courses.resolve("sailing/07-later.adoc"), "= L\n\n== S\n\nx\n");
    assertThat(lesson("sailing/03-more.adoc", NewLesson.Lab.NONE).write())
        .as("a number in the name is left to us")
        .containsExactly(courses.resolve("sailing/08-more.adoc"));
    assertThat(Files.readString(courses.resolve("sailing/01-first-steps.adoc")))
        .startsWith("= First steps\n:id: first-steps\n");
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    lesson("sailing/words", NewLesson.Lab.NONE).write();
    assertThat(lesson("sailing/words", NewLesson.Lab.DOCKER).refusal())
        .hasValueSatisfying(why -> assertThat(why.what()).contains("sailing/words"));
  }

  @Test
  void aNameThatCannotBeAnIdIsRefused() {
    assertThat(lesson("sailing/Big Words", NewLesson.Lab.NONE).refusal()).isPresent();
    assertThat(lesson("Sailing/words", NewLesson.Lab.NONE).refusal()).isPresent();
    assertThat(lesson("sailing/words", NewLesson.Lab.NONE).refusal()).isEmpty();
  }

  @Test
  void aCourseAndALessonBelongToTheCoursesInReach() {
    var lesson =
        NewLesson.at(Path.of("no-such-folder/words"), courses, "Words", NewLesson.Lab.NONE);
    assertThat(lesson.course()).isEqualTo(courses.resolve("no-such-folder"));
    var elsewhere = NewLesson.at(Path.of("./x/words"), courses, "Words", NewLesson.Lab.NONE);
    assertThat(elsewhere.course()).isEqualTo(Path.of("./x"));
  }

  @Test
  void afterNumberNinetyNineComesAnotherCourse() throws IOException {
    Path course = Files.createDirectory(courses.resolve("long"));
    Files.writeString(course.resolve("99-last.adoc"), "= L\n\n== S\n\nx\n");
    assertThat(lesson("long/more", NewLesson.Lab.NONE).refusal()).isPresent();
  }

  private NewLesson lesson(String path, NewLesson.Lab lab) {
    return NewLesson.at(courses.resolve(path), courses, "", lab);
  }
}
