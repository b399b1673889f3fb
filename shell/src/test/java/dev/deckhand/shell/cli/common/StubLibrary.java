package dev.deckhand.shell.cli.common;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepTasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A library of lessons that have nothing but a name. */
public record StubLibrary(List<LessonId> ids) implements CourseLibrary {

  public static StubLibrary of(String... names) {
    return new StubLibrary(List.of(names).stream().map(LessonId::of).toList());
  }

  @Override
  public List<CourseCard> courses() {
    var courses = new LinkedHashMap<String, List<LessonCard>>();
    for (LessonId id : ids) {
      courses
          .computeIfAbsent(id.course(), _ -> new ArrayList<>())
          .add(LessonCard.of(lesson(id).orElseThrow()));
    }
    return courses.entrySet().stream()
        .map(course -> new CourseCard(course.getKey(), course.getKey(), "", "", course.getValue()))
        .toList();
  }

  @Override
  public Optional<Lesson> lesson(LessonId id) {
    return ids.contains(id) ? Optional.of(blank(id)) : Optional.empty();
  }

  private static Lesson blank(LessonId id) {
    String file = id + ".adoc";
    var step =
        new Step(
            1,
            "Read",
            new StepContent(List.of()),
            StepTasks.NONE,
            ScriptSet.NONE,
            new SourcePosition(file, 1));
    return new Lesson(
        id, id.lesson(), LabNeeds.NONE, LessonMetadata.NONE, List.of(), List.of(step), file);
  }
}
