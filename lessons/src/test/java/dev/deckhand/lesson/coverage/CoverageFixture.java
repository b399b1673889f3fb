package dev.deckhand.lesson.coverage;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.lesson.lint.LintFinding;
import java.util.ArrayList;
import java.util.List;

/** A coverage file that is read against a few small lessons. */
final class CoverageFixture {

  /** Lessons with all that these tests want to point at. */
  static final StepIndex STEPS =
      StepIndex.of(
          List.of(
              lesson("boats/sail", "Up", "Down: and again", "Up and down"),
              lesson("boats/row", "Left", "Right", "Left", "Nobody’s turn")));

  private static final String WHOLE =
      """
      curriculum:
        boats: [sail, row, steer]
      texts:
        - name: book
          title: A book
          describes:
            - system: Sail
              steps: boats/sail#Up
            - concept: Rowing
              steps: boats/row#2
      """;

  private CoverageFixture() {}

  /** A file in which nothing is wrong. */
  static CoverageReader.Result whole() {
    return read(WHOLE);
  }

  /** The same with some words replaced. */
  static CoverageReader.Result whole(String words, String others) {
    if (!WHOLE.contains(words)) {
      throw new AssertionError("not in it: " + words);
    }
    return read(WHOLE.replace(words, others));
  }

  static CoverageReader.Result read(String yaml) {
    return CoverageReader.read(yaml, "c.yaml", STEPS);
  }

  /** What is found when some words are replaced, a line each. */
  static List<String> findings(String words, String others) {
    return lines(whole(words, others));
  }

  static List<String> lines(CoverageReader.Result result) {
    return result.findings().stream().map(LintFinding::toLine).toList();
  }

  private static Lesson lesson(String id, String... titles) {
    var steps = new ArrayList<Step>();
    for (String title : titles) {
      steps.add(step(steps.size() + 1, title));
    }
    return new Lesson(
        LessonId.of(id),
        id,
        LabNeeds.NONE,
        new LessonMetadata(List.of(), 10, "", StepOrderMode.WRITTEN),
        List.of(),
        steps,
        id + ".adoc");
  }

  private static Step step(int number, String title) {
    return new Step(
        number,
        title,
        new StepContent(List.of()),
        StepTasks.NONE,
        ScriptSet.NONE,
        new SourcePosition("x.adoc", 1));
  }
}
