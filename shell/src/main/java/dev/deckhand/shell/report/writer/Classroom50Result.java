package dev.deckhand.shell.report.writer;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.grade.WholePoints;
import dev.deckhand.shell.report.Classroom50Submission;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.ReportResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Classroom 50's {@code result.json}, {@code classroom50/result/v1}; see {@code
 * schemas/result-v1.schema.json} in foundation50/classroom50. Its points are whole numbers; those
 * of the tests add up to the total. The runner replaces {@code owner}, {@code assignment_type},
 * {@code datetime} and {@code graded_at}; they're there so that the document is complete without
 * it.
 */
final class Classroom50Result {

  private Classroom50Result() {}

  /**
   * @param report as the learner may read it
   */
  static ReportResult write(GradingReport report) {
    Grade grade = report.grade();
    Classroom50Submission submission = report.context().classroom50();
    if (!grade.isFinal()) {
      return Withholding.undecided(grade);
    }
    if (submission == null) {
      return new ReportResult.Withheld(
          "The environment isn't that of a Classroom 50 runner: it needs CLASSROOM, ASSIGNMENT,"
              + " OWNER, SUBMISSION_TAG, COMMIT_URL and RELEASE_URL. Run the command from an"
              + " autograder.py.");
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("schema", "classroom50/result/v1");
    fields.put("classroom", submission.classroom());
    fields.put("assignment", submission.assignment());
    fields.put("assignment_type", submission.type());
    fields.put("owner", submission.owner());
    fields.put("submission", submission.tag());
    fields.put("commit", submission.commitUrl());
    fields.put("release", submission.releaseUrl());
    fields.put("review", submission.reviewUrl());
    fields.put("datetime", second(report.run().started()));
    fields.put("graded_at", second(report.run().ended()));
    fields.put("score", grade.score().wholePoints());
    fields.put("max-score", grade.score().possible());
    var tests = new ArrayList<Map<String, Object>>();
    Iterator<Integer> points = WholePoints.of(grade).iterator();
    for (StepGrade step : grade.steps()) {
      for (TaskGrade task : step.tasks()) {
        tests.add(test(step, task, points.next()));
      }
    }
    fields.put("tests", tests);
    return new ReportResult.Document(JsonText.document(fields));
  }

  private static String second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Map<String, Object> test(StepGrade step, TaskGrade task, int points) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("test-name", "Step " + step.number() + ": " + ReportText.line(task.title()));
    fields.put("passed", task.outcome() instanceof Outcome.Passed);
    fields.put("score", points);
    fields.put("max-score", task.weight());
    fields.put("outcome", ReportText.word(task.outcome()));
    String why = ReportText.why(task.outcome());
    if (!why.isEmpty()) {
      fields.put(task.outcome() instanceof Outcome.NotReached ? "reason" : "message", why);
    }
    return fields;
  }
}
