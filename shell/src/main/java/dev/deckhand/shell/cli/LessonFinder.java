package dev.deckhand.shell.cli;

import dev.deckhand.check.Nearest;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import java.util.List;

/** Finds a lesson by what somebody typed. */
final class LessonFinder {

  private final Library library;

  LessonFinder(Library library) {
    this.library = library;
  }

  /**
   * Finds {@code course/lesson}, or a lesson by its own name where only one has it.
   *
   * @throws Unknown if there is none, with the nearest name
   */
  Lesson find(String name) throws Unknown {
    List<LessonId> all = library.lessons().stream().map(LessonCard::id).toList();
    List<LessonId> fitting =
        all.stream().filter(id -> id.toString().equals(name) || id.lesson().equals(name)).toList();
    if (fitting.size() == 1) {
      return library.lesson(fitting.getFirst()).orElseThrow();
    }
    if (fitting.size() > 1) {
      throw new Unknown(
          "More than one lesson is called \"" + name + "\".",
          "Say which: " + String.join(" or ", fitting.stream().map(LessonId::toString).toList()));
    }
    List<String> names = all.stream().map(LessonId::toString).toList();
    String meant =
        Nearest.to(name, names)
            .or(() -> Nearest.to(name, all.stream().map(LessonId::lesson).toList()))
            .map(near -> "Did you mean \"deckhand learn " + near + "\"? ")
            .orElse("");
    throw new Unknown(
        "There is no lesson \"" + name + "\".", meant + "\"deckhand lessons\" lists them all.");
  }

  /** No lesson by that name. */
  static final class Unknown extends Exception {

    private static final long serialVersionUID = 1L;

    private final String next;

    Unknown(String what, String next) {
      super(what);
      this.next = next;
    }

    String what() {
      return String.valueOf(getMessage());
    }

    String next() {
      return next;
    }
  }
}
