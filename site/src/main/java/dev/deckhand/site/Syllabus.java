package dev.deckhand.site;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.coverage.Coverage;
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
public record Syllabus(List<Course> courses, Coverage coverage) {
  public Syllabus {
    courses = List.copyOf(courses);
  }

  /**
   * One course.
   *
   * @param sources which facts came from where, in the author's AsciiDoc; empty for none
   * @param printed what the commands of its lessons printed, where that is known
   */
  public record Course(
      CourseCard card, List<Lesson> lessons, String sources, Map<LessonId, Printed> printed) {
    public Course {
      lessons = List.copyOf(lessons);
      printed = Map.copyOf(printed);
    }

    /** A course whose commands nobody has run. */
    public Course(CourseCard card, List<Lesson> lessons, String sources) {
      this(card, lessons, sources, Map.of());
    }

    /** What the commands of one of its lessons printed. */
    public Printed printed(Lesson lesson) {
      return printed.getOrDefault(lesson.id(), Printed.NOTHING);
    }

    /** The course's name in addresses. */
    public String id() {
      return card.id();
    }
  }

  /** Those courses of a library that are wanted. */
  public static Syllabus of(Library library, Predicate<String> wanted, Coverage coverage) {
    return new Syllabus(
        library.courses().stream()
            .filter(card -> wanted.test(card.id()))
            .map(card -> course(card, library))
            .toList(),
        withoutElsewhere(library, wanted, coverage));
  }

  /** What is written and published elsewhere is neither here nor to come. */
  private static Coverage withoutElsewhere(
      Library library, Predicate<String> wanted, Coverage coverage) {
    Set<LessonId> elsewhere =
        library.lessons().stream()
            .map(LessonCard::id)
            .filter(id -> !wanted.test(id.course()))
            .collect(Collectors.toSet());
    return new Coverage(
        coverage.curriculum().stream().filter(id -> !elsewhere.contains(id)).toList(),
        coverage.texts());
  }

  private static Course course(CourseCard card, Library library) {
    List<Lesson> lessons =
        card.lessons().stream().flatMap(one -> library.lesson(one.id()).stream()).toList();
    Map<LessonId, Printed> printed =
        lessons.stream().map(Lesson::id).collect(Collectors.toMap(id -> id, library::printed));
    return new Course(card, lessons, library.sources(card.id()).orElse(""), printed);
  }

  /** All lessons, in the order of reading. */
  public List<Lesson> lessons() {
    return courses.stream().flatMap(course -> course.lessons().stream()).toList();
  }

  /** A lesson, where it is published. */
  public Optional<Lesson> lesson(LessonId id) {
    return lessons().stream().filter(lesson -> lesson.id().equals(id)).findFirst();
  }

  /** Lessons of a course that the curriculum names and nobody has written yet. */
  public List<LessonId> toCome(String course) {
    return coverage.curriculum().stream()
        .filter(id -> id.course().equals(course))
        .filter(id -> lesson(id).isEmpty())
        .toList();
  }
}
