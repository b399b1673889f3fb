package dev.deckhand.shell.repl.edit;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.session.Session;
import java.util.List;
import java.util.Map;

/** Sessions in a lesson of reading that shows commands. */
public final class SampleSessions {

  private static final SourcePosition HERE = new SourcePosition("test.adoc", 1);

  private SampleSessions() {}

  /** A session at the first step, whose text shows these commands. */
  public static Session showing(String... commands) {
    return Session.startingAt(lesson(List.of(commands)), 1, Map.of());
  }

  private static Lesson lesson(List<String> commands) {
    var step =
        new Step(
            1,
            "Look",
            new StepContent(List.of(new Block.Run(commands))),
            StepTasks.NONE,
            ScriptSet.NONE,
            HERE);
    return new Lesson(
        new LessonId("course", "lesson"),
        "A lesson",
        LabNeeds.NONE,
        LessonMetadata.NONE,
        List.of(),
        List.of(step),
        "test.adoc");
  }
}
