package dev.deckhand.shell.cli.notes;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.UserError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The subject of published notes. */
sealed interface NotesSubject {

  /** Its name on the command line. */
  String name();

  /** The file name without its extension. */
  String fileName();

  /** One lesson. */
  record LessonSubject(Lesson lesson) implements NotesSubject {
    @Override
    public String name() {
      return lesson.id().toString();
    }

    @Override
    public String fileName() {
      return lesson.id().course() + "-" + lesson.id().lesson();
    }
  }

  /** A course, with all its lessons. */
  record CourseSubject(CourseCard course) implements NotesSubject {
    @Override
    public String name() {
      return course.id();
    }

    @Override
    public String fileName() {
      return course.id();
    }
  }

  /** Everything. */
  record AllNotes(List<CourseCard> courses) implements NotesSubject {
    public AllNotes {
      courses = List.copyOf(courses);
    }

    @Override
    public String name() {
      return "all notes";
    }

    @Override
    public String fileName() {
      return "notes";
    }
  }

  /**
   * Finds a course, or a lesson with or without its course, by its name.
   *
   * @throws UserError if there is neither, with the most similar name
   */
  static NotesSubject named(String name, CourseLibrary courseLibrary) throws UserError {
    Optional<CourseCard> course =
        courseLibrary.courses().stream().filter(one -> one.id().equals(name)).findFirst();
    if (course.isPresent()) {
      return new CourseSubject(course.get());
    }
    List<LessonId> ids = courseLibrary.lessons().stream().map(LessonCard::id).toList();
    boolean isLesson =
        ids.stream().anyMatch(id -> id.toString().equals(name) || id.lesson().equals(name));
    if (isLesson) {
      return new LessonSubject(new LessonFinder(courseLibrary).find(name));
    }
    List<String> known =
        Stream.concat(
                courseLibrary.courses().stream().map(CourseCard::id),
                ids.stream().flatMap(id -> Stream.of(id.toString(), id.lesson())))
            .toList();
    throw new UserError(
        "There is no lesson and no course \"" + name + "\".",
        SpellingSuggester.suggest(name, known)
                .map(near -> "Did you mean \"" + near + "\"? ")
                .orElse("")
            + "\"deckhand lessons\" lists them all.");
  }
}
