package dev.deckhand.shell.grade.bundle;

import dev.deckhand.check.Judge;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.grade.TaskJudge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks bundles, and judges again what they recorded, without a lab. */
public final class BundleVerifier {

  private final CourseLibrary library;
  private final TaskJudge tasks;
  private final String trustedKey;

  /**
   * @param trustedKey the public key of the grader whose bundles are expected
   */
  public BundleVerifier(CourseLibrary library, Judge judge, String trustedKey) {
    this.library = library;
    this.tasks = new TaskJudge(judge);
    this.trustedKey = trustedKey;
  }

  /** What a check of a bundle found. */
  public sealed interface Result {
    /** It's whole, and judging again leads to the same grade. */
    record Valid(Bundle bundle) implements Result {}

    /** It was changed, or isn't a bundle. */
    record Damaged(String reason) implements Result {}

    /** It's whole, but somebody else signed it. */
    record ForeignKey(Bundle bundle) implements Result {}

    /** It's whole, but this program has another version of the lesson, or doesn't have it. */
    record OtherLesson(Bundle bundle, String reason) implements Result {}

    /** It's whole, but judging again leads to another grade. */
    record OtherGrade(Bundle bundle, Grade again) implements Result {}
  }

  /** Checks a bundle's file. */
  public Result verify(byte[] file) {
    Bundle bundle;
    try {
      bundle = Bundle.read(file);
    } catch (IOException damaged) {
      return new Result.Damaged(String.valueOf(damaged.getMessage()));
    }
    if (!bundle.key().equals(trustedKey)) {
      return new Result.ForeignKey(bundle);
    }
    Optional<Lesson> lesson = library.lesson(bundle.content().lesson());
    if (lesson.isEmpty()) {
      return new Result.OtherLesson(bundle, "This program doesn't have the lesson.");
    }
    if (!LessonDigest.of(lesson.get()).equals(bundle.content().lessonDigest())) {
      return new Result.OtherLesson(bundle, "The lesson has changed since.");
    }
    Grade again = judgeAgain(bundle.content(), lesson.get());
    return Arrays.equals(Bundle.json(again), Bundle.json(bundle.content().grade()))
        ? new Result.Valid(bundle)
        : new Result.OtherGrade(bundle, again);
  }

  /** The grade that the recorded evidence leads to. */
  Grade judgeAgain(BundleContent content, Lesson written) {
    Lesson lesson = written.withStepOrder(new StepOrder(content.order()));
    Map<Integer, RecordedStep> recorded =
        content.steps().stream().collect(Collectors.toMap(RecordedStep::step, Function.identity()));
    Grade grade = content.grade();
    Map<Integer, StepGrade> graded =
        grade.steps().stream().collect(Collectors.toMap(StepGrade::number, Function.identity()));
    var steps = new ArrayList<StepGrade>();
    for (Step step : lesson.steps()) {
      StepGrade before = graded.get(step.number());
      List<String> remarks = before == null ? List.of() : before.remarks();
      RecordedStep evidence = recorded.get(step.number());
      List<TaskGrade> judged =
          evidence != null
              ? tasks.tasks(step, evidence.evidence())
              : tasks.notReached(step, before == null ? "" : reason(before));
      steps.add(new StepGrade(step.number(), step.title(), judged, remarks));
    }
    return new Grade(
        grade.lesson(),
        lesson.title(),
        grade.submission(),
        steps,
        grade.deductions(),
        grade.remarks());
  }

  /** Why a step without evidence earned nothing. */
  private static String reason(StepGrade step) {
    return step.tasks().stream()
        .map(task -> task.outcome() instanceof Outcome.NotReached(var why) ? why : "")
        .findFirst()
        .orElse("");
  }
}
