package dev.deckhand.site;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.lesson.coverage.CourseCoverage;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Small courses to publish. */
public final class CourseFixtures {

  private static final SourcePosition PLACE = new SourcePosition("x.adoc", 1);

  private CourseFixtures() {}

  /** The smallest picture. */
  public static Png picture() {
    return Png.of(
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
  }

  /** Courses without anything about what they cover. */
  public static Syllabus of(Syllabus.Course... courses) {
    return new Syllabus(List.of(courses), CourseCoverage.NONE);
  }

  /** A course of lessons. */
  public static Syllabus.Course course(String id, Lesson... lessons) {
    List<LessonCard> cards = Stream.of(lessons).map(LessonCard::of).toList();
    return new Syllabus.Course(
        new CourseCard(id, "Course <" + id + ">", "About " + id, "", cards),
        List.of(lessons),
        List.of());
  }

  /** A lesson of steps. */
  public static Lesson lesson(String id, Step... steps) {
    return new Lesson(
        LessonId.of(id),
        "Lesson " + id,
        LabNeeds.NONE,
        new LessonMetadata(List.of(), 10, "", StepOrderMode.WRITTEN),
        List.of(),
        List.of(steps),
        id + ".adoc");
  }

  /** A step that offers commands, with one hint. */
  public static Step step(int number, String title, String words, String... commands) {
    return new Step(
        number,
        title,
        new StepContent(
            List.of(
                new Block.Paragraph(List.of(new Inline.Words(words))),
                new Block.Run(List.of(commands)))),
        new StepTasks(
            List.of(),
            List.of(),
            List.of(),
            List.of(new Hint(List.of(new Block.Paragraph(List.of(new Inline.Words("secret"))))))),
        ScriptSet.NONE,
        PLACE);
  }

  /** A step that one looks back on. */
  public static Step stepWithDebrief(Block... debrief) {
    return new Step(
        1,
        "S",
        new StepContent(List.of(), List.of(debrief), List.of()),
        StepTasks.NONE,
        ScriptSet.NONE,
        PLACE);
  }
}
