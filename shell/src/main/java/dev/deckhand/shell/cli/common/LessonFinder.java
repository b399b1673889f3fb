package dev.deckhand.shell.cli.common;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import java.util.List;

/** Finds a lesson by name. */
public final class LessonFinder {

  private final CourseLibrary courseLibrary;

  public LessonFinder(CourseLibrary courseLibrary) {
    this.courseLibrary = courseLibrary;
  }

  /**
   * Finds {@code course/lesson}, or a lesson by its own name if that is unique.
   *
   * @throws UserError if there is none, with the most similar name
   */
  public Lesson find(String name) throws UserError {
    List<LessonId> all = courseLibrary.lessons().stream().map(LessonCard::id).toList();
    List<LessonId> fitting =
        all.stream().filter(id -> id.toString().equals(name) || id.lesson().equals(name)).toList();
    if (fitting.size() == 1) {
      return courseLibrary.lesson(fitting.getFirst()).orElseThrow();
    }
    if (fitting.size() > 1) {
      throw new UserError(
          "More than one lesson is called \"" + name + "\".",
          "Say which: " + String.join(" or ", fitting.stream().map(LessonId::toString).toList()));
    }
    List<String> names = all.stream().map(LessonId::toString).toList();
    String meant =
        SpellingSuggester.suggest(name, names)
            .or(() -> SpellingSuggester.suggest(name, all.stream().map(LessonId::lesson).toList()))
            .map(near -> "Did you mean \"deckhand learn " + near + "\"? ")
            .orElse("");
    throw new UserError(
        "There is no lesson \"" + name + "\".", meant + "\"deckhand lessons\" lists them all.");
  }
}
