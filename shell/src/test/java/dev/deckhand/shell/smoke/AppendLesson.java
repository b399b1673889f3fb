package dev.deckhand.shell.smoke;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.lesson.pack.PackWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A lesson that needs no engine and is walked in seconds: in each step something is added to a
 * file, so that what was there when the step began has to be remembered.
 */
final class AppendLesson {

  static final LessonId ID = LessonId.of("slip/slip");
  static final int STEPS = 4;

  private static final SourcePosition HERE = new SourcePosition("slip.adoc", 1);
  private static final String LONGER =
      "self.exists && (!before.exists || self.content != before.content)";

  private AppendLesson() {}

  /** Compiles it into a folder that goes before the program's own courses. */
  static Path compile(Path classes) throws IOException {
    Path courses = classes.resolve("dev/deckhand/courses");
    var writer = new PackWriter(courses);
    var steps = IntStream.rangeClosed(1, STEPS).mapToObj(AppendLesson::step).toList();
    var lesson =
        new Lesson(
            ID,
            "Slip",
            LabNeeds.NONE,
            new LessonMetadata(List.of(), 1, "", StepOrderMode.WRITTEN),
            List.of(),
            steps,
            "slip.adoc");
    writer.write(lesson);
    writer.write(List.of(new CourseCard("slip", "Slip", "", "", List.of(LessonCard.of(lesson)))));
    return classes;
  }

  /** What a learner types from a step on; each line tells the round in which it was typed. */
  static List<String> script(int from, int round) {
    return IntStream.rangeClosed(from, STEPS)
        .boxed()
        .flatMap(step -> {
          String mark = round + "-" + step;
          return List.of(
              "printf 'out-%s\\n' " + mark + "-a",
              "hint",
              "note note-" + mark,
              "printf 'out-%s\\n' " + mark + "-b; echo " + mark + " >>log",
              "next")
              .stream();
        })
        .toList();
  }

  private static Step step(int number) {
    var longer =
        new DataPattern.Shape(
            Map.of(), List.of(new DataPattern.Expression(LONGER, DataNode.of(true), HERE)), HERE);
    var check =
        new Check(
            number + ".1",
            "slip " + number,
            List.of(new Expectation(new Subject.WorkspaceFile("log"), longer)),
            new Check.Settings(
                Check.Role.GOAL,
                Duration.ofSeconds(5),
                Duration.ZERO,
                CountConstraint.ANY,
                1,
                false),
            HERE);
    // every other step prepares something first
    List<Script> setup =
        number % 2 == 1
            ? List.of(new Script("", List.of("touch setup-" + number), HERE, List.of(1)))
            : List.of();
    var hint = new Hint(List.of(new Block.Paragraph(List.of(new Inline.Words("Add a line.")))));
    return new Step(
        number,
        "Slip",
        new StepContent(List.of()),
        new StepTasks(List.of(check), List.of(), List.of(), List.of(hint)),
        new ScriptSet(setup, null, List.of(), List.of()),
        HERE);
  }
}
