package dev.deckhand.site;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.coverage.CourseCoverage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is published: courses with all that belongs to them, in the order in which they are to be
 * taken.
 */
public record Syllabus(List<Course> courses, CourseCoverage coverage) {
  public Syllabus {
    courses = List.copyOf(courses);
  }

  /**
   * One course.
   *
   * @param sources which facts came from where; empty for none
   * @param printed what the commands of its lessons printed, where that is known
   */
  public record Course(
      CourseCard card,
      List<Lesson> lessons,
      List<Block> sources,
      Map<LessonId, RecordedOutput> printed) {
    public Course {
      lessons = List.copyOf(lessons);
      sources = List.copyOf(sources);
      printed = Map.copyOf(printed);
    }

    /** Creates a course without recorded output. */
    public Course(CourseCard card, List<Lesson> lessons, List<Block> sources) {
      this(card, lessons, sources, Map.of());
    }

    /** What the commands of one of its lessons printed. */
    public RecordedOutput printed(Lesson lesson) {
      return printed.getOrDefault(lesson.id(), RecordedOutput.NONE);
    }

    /** The course's id, used in URLs. */
    public String id() {
      return card.id();
    }
  }

  /** Selects courses of a library. */
  public static Syllabus of(
      CourseLibrary courseLibrary, Predicate<String> wanted, CourseCoverage courseCoverage) {
    return new Syllabus(
        courseLibrary.courses().stream()
            .filter(card -> wanted.test(card.id()))
            .map(card -> course(card, courseLibrary))
            .toList(),
        withoutExcludedLessons(courseLibrary, wanted, courseCoverage));
  }

  /** Lessons of courses that aren't selected are neither published nor planned. */
  private static CourseCoverage withoutExcludedLessons(
      CourseLibrary courseLibrary, Predicate<String> wanted, CourseCoverage courseCoverage) {
    Set<LessonId> elsewhere =
        courseLibrary.lessons().stream()
            .map(LessonCard::id)
            .filter(id -> !wanted.test(id.course()))
            .collect(Collectors.toSet());
    return new CourseCoverage(
        courseCoverage.curriculum().stream().filter(id -> !elsewhere.contains(id)).toList(),
        courseCoverage.texts());
  }

  private static Course course(CourseCard card, CourseLibrary courseLibrary) {
    List<Lesson> lessons =
        card.lessons().stream().flatMap(one -> courseLibrary.lesson(one.id()).stream()).toList();
    Map<LessonId, RecordedOutput> recordedOutput =
        lessons.stream()
            .map(Lesson::id)
            .collect(Collectors.toMap(id -> id, courseLibrary::recordedOutput));
    return new Course(card, lessons, courseLibrary.sources(card.id()), recordedOutput);
  }

  /** All lessons, in the order of reading. */
  public List<Lesson> lessons() {
    return courses.stream().flatMap(course -> course.lessons().stream()).toList();
  }

  /** A lesson, where it is published. */
  public Optional<Lesson> lesson(LessonId id) {
    return lessons().stream().filter(lesson -> lesson.id().equals(id)).findFirst();
  }

  /** Returns the lessons of a course that are in the curriculum but not written yet. */
  public List<LessonId> plannedLessons(String course) {
    return coverage.curriculum().stream()
        .filter(id -> id.course().equals(course))
        .filter(id -> lesson(id).isEmpty())
        .toList();
  }
}
