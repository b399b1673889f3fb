package dev.deckhand.shell.submission;

import dev.deckhand.check.Question;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import java.util.List;
import java.util.Set;

/**
 * A lesson of four steps: the first asks nothing, the second has a question, the third a quiz, and
 * the fourth two questions and a quiz.
 */
public final class LessonSamples {

  private static final SourcePosition PLACE = new SourcePosition("sample.adoc", 1);

  private LessonSamples() {}

  public static Lesson kubernetes() {
    return lesson(LabKind.KUBERNETES, StepOrderMode.WRITTEN);
  }

  public static Lesson docker() {
    return lesson(LabKind.DOCKER, StepOrderMode.WRITTEN);
  }

  /** With an order of steps that is drawn for each learner. */
  public static Lesson drawn() {
    return lesson(LabKind.DOCKER, StepOrderMode.DRAWN);
  }

  /** The first step alone. */
  static Lesson oneStep() {
    Lesson all = docker();
    return new Lesson(
        all.id(),
        all.title(),
        all.needs(),
        all.metadata(),
        all.intro(),
        all.steps().subList(0, 1),
        all.file());
  }

  private static Lesson lesson(LabKind lab, StepOrderMode order) {
    return new Lesson(
        new LessonId("course", "sample"),
        "A sample",
        new LabNeeds(Set.of(lab), List.of(), Set.of(), "default"),
        new LessonMetadata(List.of(), 0, "", order),
        List.of(),
        List.of(
            step(1, List.of(), List.of()),
            step(2, List.of("2.q1"), List.of()),
            step(3, List.of(), List.of("3.z1")),
            step(4, List.of("4.q1", "4.q2"), List.of("4.z1"))),
        "sample.adoc");
  }

  private static Step step(int number, List<String> questions, List<String> quizzes) {
    return new Step(
        number,
        "Step " + number,
        new StepContent(List.of()),
        new StepTasks(
            List.of(),
            questions.stream().map(id -> new Question(id, id, List.of(), PLACE)).toList(),
            quizzes.stream().map(LessonSamples::quiz).toList(),
            List.of()),
        ScriptSet.NONE,
        PLACE);
  }

  private static Quiz quiz(String id) {
    return new Quiz(id, id, List.of(choice(false), choice(true), choice(false)), PLACE);
  }

  private static Quiz.Choice choice(boolean right) {
    return new Quiz.Choice(List.of(new Inline.Code("x")), right, List.of());
  }
}
