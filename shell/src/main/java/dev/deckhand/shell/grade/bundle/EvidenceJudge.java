package dev.deckhand.shell.grade.bundle;

import dev.deckhand.check.Judge;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.grade.TaskJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges what a bundle recorded. Pure. */
final class EvidenceJudge {

  private final TaskJudge tasks;

  EvidenceJudge(Judge judge) {
    this.tasks = new TaskJudge(judge);
  }

  /**
   * The grade that the recorded evidence leads to.
   *
   * @param taken the lesson with its steps in the order in which the learner had them
   */
  Grade judge(BundleContent content, Lesson taken) {
    Map<Integer, RecordedStep> recorded =
        content.steps().stream().collect(Collectors.toMap(RecordedStep::step, Function.identity()));
    Grade grade = content.grade();
    Map<Integer, StepGrade> graded =
        grade.steps().stream().collect(Collectors.toMap(StepGrade::number, Function.identity()));
    var steps = new ArrayList<StepGrade>();
    for (Step step : taken.steps()) {
      StepGrade before = graded.get(step.number());
      List<String> remarks = before == null ? List.of() : before.remarks();
      RecordedStep evidence = recorded.get(step.number());
      List<TaskGrade> judged =
          evidence != null
              ? tasks.tasks(step, evidence.evidence())
              : tasks.notReached(step, before == null ? "" : reason(before));
      steps.add(
          new StepGrade(step.number(), taken.writtenNumber(step), step.title(), judged, remarks));
    }
    return new Grade(
        grade.lesson(),
        taken.title(),
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
