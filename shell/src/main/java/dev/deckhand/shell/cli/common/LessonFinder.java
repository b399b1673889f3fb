package dev.deckhand.shell.cli.common;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import java.util.List;

/** Finds a lesson by what somebody typed. */
public final class LessonFinder {

  private final CourseLibrary courseLibrary;

  public LessonFinder(CourseLibrary courseLibrary) {
    this.courseLibrary = courseLibrary;
  }

  /**
   * Finds {@code course/lesson}, or a lesson by its own name where only one has it.
   *
   * @throws NotFound if there is none, with the nearest name
   */
  public Lesson find(String name) throws NotFound {
    List<LessonId> all = courseLibrary.lessons().stream().map(LessonCard::id).toList();
    List<LessonId> fitting =
        all.stream().filter(id -> id.toString().equals(name) || id.lesson().equals(name)).toList();
    if (fitting.size() == 1) {
      return courseLibrary.lesson(fitting.getFirst()).orElseThrow();
    }
    if (fitting.size() > 1) {
      throw new NotFound(
          "More than one lesson is called \"" + name + "\".",
          "Say which: " + String.join(" or ", fitting.stream().map(LessonId::toString).toList()));
    }
    List<String> names = all.stream().map(LessonId::toString).toList();
    String meant =
        SpellingSuggester.suggest(name, names)
            .or(() -> SpellingSuggester.suggest(name, all.stream().map(LessonId::lesson).toList()))
            .map(near -> "Did you mean \"deckhand learn " + near + "\"? ")
            .orElse("");
    throw new NotFound(
        "There is no lesson \"" + name + "\".", meant + "\"deckhand lessons\" lists them all.");
  }

  /** No lesson by that name. */
  public static final class NotFound extends Exception {

    private static final long serialVersionUID = 1L;

    private final String next;

    public NotFound(String what, String next) {
      super(what);
      this.next = next;
    }

    public String what() {
      return String.valueOf(getMessage());
    }

    public String next() {
      return next;
    }
  }
}
