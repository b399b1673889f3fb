package dev.deckhand.shell.repl;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Session;
import java.util.List;
import java.util.Map;

/** Sessions in a lesson of reading that shows commands. */
public final class Lectern {

  private static final Place HERE = new Place("test.adoc", 1);

  private Lectern() {}

  /** A session at the first step, whose text shows these commands. */
  public static Session showing(String... commands) {
    return Session.at(lesson(List.of(commands)), 1, Map.of());
  }

  private static Lesson lesson(List<String> commands) {
    var step =
        new Step(
            1,
            "Look",
            List.of(new Block.Run(commands)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            HERE);
    return new Lesson(
        new LessonId("course", "lesson"),
        "A lesson",
        LabNeeds.NONE,
        List.of(),
        0,
        "",
        List.of(),
        List.of(step),
        "test.adoc");
  }
}
