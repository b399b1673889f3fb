package dev.deckhand.shell.grade.bundle;

import dev.deckhand.grade.Grade;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.adoc.LessonVariants;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.grade.CommandRecord;
import dev.deckhand.shell.grade.StepEvidence;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.GradingRun;
import dev.deckhand.shell.report.ReportContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a grade is based on, and the grade.
 *
 * @param format the number of this format
 * @param program the grader's version
 * @param lesson that was graded
 * @param lessonDigest tells its versions apart
 * @param conditions what the lab was prepared with, as {@link LessonDigest#ofConditions} gives it
 * @param order for each place, the number of its step in the lesson's file
 * @param submissionDigest of what was handed in
 * @param seed from which names and numbers were drawn; empty if there's none
 * @param rules the limits and costs that it was graded by, in one line
 * @param images the images of the lab, each as {@code tag id}
 * @param started as ISO 8601 in UTC
 * @param ended as ISO 8601 in UTC
 * @param took how long each step took, by its number
 * @param commands of the submission, in the order in which they ran
 * @param steps the evidence of each step that was judged
 * @param previous the hash of the bundle before this one; empty for the first
 */
public record BundleContent(
    int format,
    String program,
    LessonId lesson,
    String lessonDigest,
    String conditions,
    List<Integer> order,
    String submissionDigest,
    String seed,
    String rules,
    List<String> images,
    String started,
    String ended,
    Map<Integer, Duration> took,
    List<CommandRecord> commands,
    List<RecordedStep> steps,
    Grade grade,
    String previous) {

  /** Raised whenever earlier bundles can't be read. */
  static final int FORMAT = 1;

  public BundleContent {
    if (!seed.isEmpty()) {
      Long.parseLong(seed);
    }
    order = new StepOrder(order).written();
    images = List.copyOf(images);
    took = Map.copyOf(took);
    commands = List.copyOf(commands);
    steps = List.copyOf(steps);
  }

  /**
   * The content for a report, of which nothing was kept before.
   *
   * @param written the lesson with its steps as they are written
   * @param taken the lesson with its steps in the order in which the learner had them
   */
  public BundleContent(
      String program,
      Lesson written,
      Lesson taken,
      String rules,
      List<String> images,
      GradingReport report,
      List<CommandRecord> commands,
      List<StepEvidence> evidence) {
    this(
        FORMAT,
        program,
        written.id(),
        report.run().lessonDigest(),
        LessonDigest.ofConditions(LessonVariants.of(written, taken.variation().seed())),
        order(written, taken),
        report.run().submissionDigest(),
        report.run().seed(),
        rules,
        images,
        report.run().started().toString(),
        report.run().ended().toString(),
        new TreeMap<>(report.run().steps()),
        commands,
        evidence.stream().map(RecordedStep::of).toList(),
        report.grade(),
        "");
  }

  /**
   * A lesson with the names and numbers that this learner has.
   *
   * @param lesson with its steps as they are written
   */
  Lesson drawn(Lesson lesson) {
    return seed.isEmpty() ? lesson : LessonVariants.of(lesson, Long.parseLong(seed));
  }

  private static List<Integer> order(Lesson written, Lesson taken) {
    return taken.steps().stream()
        .map(step ->
            written.steps().stream()
                .filter(one -> one.place().equals(step.place()))
                .mapToInt(Step::number)
                .findFirst()
                .orElseThrow())
        .toList();
  }

  /** The report that it was made from. */
  public GradingReport report(ReportContext context) {
    return new GradingReport(
        grade,
        new GradingRun(
            program,
            Instant.parse(started),
            Instant.parse(ended),
            took,
            lessonDigest,
            submissionDigest,
            seed,
            CommandRecord.transcript(commands)),
        context);
  }

  /** The same after another bundle. */
  BundleContent after(String hash) {
    return new BundleContent(
        format,
        program,
        lesson,
        lessonDigest,
        conditions,
        order,
        submissionDigest,
        seed,
        rules,
        images,
        started,
        ended,
        took,
        commands,
        steps,
        grade,
        hash);
  }

  /** The same evidence with the grade that another version of the lesson or program gives it. */
  BundleContent regraded(String version, Lesson written, Grade again) {
    return new BundleContent(
        FORMAT,
        version,
        lesson,
        LessonDigest.of(written),
        LessonDigest.ofConditions(drawn(written)),
        order,
        submissionDigest,
        seed,
        rules,
        images,
        started,
        ended,
        took,
        commands,
        steps,
        again,
        "");
  }
}
