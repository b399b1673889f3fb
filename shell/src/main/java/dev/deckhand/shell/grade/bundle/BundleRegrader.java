package dev.deckhand.shell.grade.bundle;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Subject;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.step.StepScripts;
import dev.deckhand.shell.step.StepTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the evidence of earlier grades by the lesson as it is now, where it's enough for that. If
 * a run in a lab could end otherwise, it's not enough.
 */
public final class BundleRegrader {

  /** What a grade says if it isn't the first one for its submission. */
  static final String REMARK = "The lesson was changed, and the recorded evidence graded again.";

  private static final Pattern PATIENCE = Pattern.compile("patience (PT[0-9A-Z.]{1,40}),");

  private final Lesson written;
  private final EvidenceJudge evidence;
  private final String version;

  /**
   * @param written the lesson as it is now, with its steps as they are written
   * @param version the grader's
   */
  public BundleRegrader(Lesson written, Judge judge, String version) {
    this.written = written;
    this.evidence = new EvidenceJudge(judge);
    this.version = version;
  }

  /** What became of one grade. */
  public sealed interface Result {

    /** The bundle that it's about. */
    Bundle bundle();

    /** The lesson and the grade are as they were. */
    record Same(Bundle bundle) implements Result {}

    /**
     * The evidence is enough.
     *
     * @param again with the new grade, to be added as the submission's newest bundle
     */
    record Regraded(Bundle bundle, BundleContent again) implements Result {}

    /**
     * The submission has to run in a lab again.
     *
     * @param reasons why the evidence isn't enough, one sentence each
     */
    record NeedsLab(Bundle bundle, List<String> reasons) implements Result {
      public NeedsLab {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** Grades a bundle's evidence again. */
  public Result regrade(Bundle bundle) {
    BundleContent content = bundle.content();
    if (!content.lesson().equals(written.id())) {
      return needsLab(bundle, "It's the grade of another lesson, " + content.lesson() + ".");
    }
    if (content.order().size() != written.steps().size()) {
      return needsLab(
          bundle,
          "The lesson had "
              + content.order().size()
              + " steps, and now has "
              + written.steps().size()
              + ".");
    }
    if (!content.conditions().equals(LessonDigest.ofConditions(content.drawn(written)))) {
      return needsLab(
          bundle, "What the lab needs, or a setup or solution that prepares it, was changed.");
    }
    Lesson taken = content.drawn(written).withStepOrder(new StepOrder(content.order()));
    Grade again = evidence.judge(content, taken);
    List<String> reasons = reasons(content, taken, again);
    if (!reasons.isEmpty()) {
      return new Result.NeedsLab(bundle, reasons);
    }
    boolean sameLesson = content.lessonDigest().equals(LessonDigest.of(written));
    return sameLesson && again.equals(content.grade())
        ? new Result.Same(bundle)
        : new Result.Regraded(bundle, content.regraded(version, written, remarked(again)));
  }

  private static Result needsLab(Bundle bundle, String reason) {
    return new Result.NeedsLab(bundle, List.of(reason));
  }

  private static Grade remarked(Grade grade) {
    if (grade.remarks().contains(REMARK)) {
      return grade;
    }
    return new Grade(
        grade.lesson(),
        grade.lessonTitle(),
        grade.submission(),
        grade.steps(),
        grade.deductions(),
        Stream.concat(grade.remarks().stream(), Stream.of(REMARK)).toList());
  }

  private static List<String> reasons(BundleContent content, Lesson taken, Grade again) {
    Map<Integer, RecordedStep> recorded =
        content.steps().stream().collect(Collectors.toMap(RecordedStep::step, Function.identity()));
    var reasons = new ArrayList<String>();
    for (Step step : taken.steps()) {
      StepGrade before = content.grade().steps().get(step.number() - 1);
      StepGrade after = again.steps().get(step.number() - 1);
      RecordedStep evidence = recorded.get(step.number());
      if (evidence == null) {
        if (before.tasks().isEmpty() && !after.tasks().isEmpty()) {
          reasons.add("Step " + step.number() + " had nothing to solve, and now has.");
        }
        continue;
      }
      StepTimeline timeline = evidence.evidence().timeline();
      addUnseen(step, timeline, reasons);
      addUndecided(before, after, reasons);
      if (!waitedOut(step, timeline, patience(content.rules()))) {
        addTooEarly(before, after, reasons);
      }
    }
    addStepsInOtherLabs(content.grade(), again, reasons);
    return reasons;
  }

  private static void addUnseen(Step step, StepTimeline timeline, List<String> reasons) {
    Set<Subject> seen = timeline.atTheEnd().keySet();
    Stream.concat(
            step.checks().stream().flatMap(check -> check.expectations().stream()),
            step.questions().stream().flatMap(question -> question.expectations().stream()))
        .map(Expectation::subject)
        .distinct()
        .filter(subject -> !seen.contains(subject))
        .forEach(subject ->
            reasons.add(
                "Step "
                    + step.number()
                    + ": nothing was recorded of "
                    + subject.displayName()
                    + "."));
  }

  private static void addUndecided(StepGrade before, StepGrade after, List<String> reasons) {
    Map<String, Outcome> outcomes = outcomes(before);
    for (TaskGrade task : after.tasks()) {
      if (task.outcome() instanceof Outcome.Undecided
          && !(outcomes.get(task.id()) instanceof Outcome.Undecided)) {
        reasons.add(about(after, task) + "what was recorded isn't enough to decide.");
      }
    }
  }

  /** Waiting ended as soon as all checks of that time passed; another check may need longer. */
  private static void addTooEarly(StepGrade before, StepGrade after, List<String> reasons) {
    Map<String, Outcome> outcomes = outcomes(before);
    for (TaskGrade task : after.tasks()) {
      if (task.kind() == TaskGrade.Kind.CHECK
          && task.outcome() instanceof Outcome.Failed
          && !(outcomes.get(task.id()) instanceof Outcome.Failed)) {
        reasons.add(about(after, task) + "recording ended before it could have passed.");
      }
    }
  }

  private static Map<String, Outcome> outcomes(StepGrade step) {
    var outcomes = new HashMap<String, Outcome>();
    step.tasks().forEach(task -> outcomes.put(task.id(), task.outcome()));
    return outcomes;
  }

  private static String about(StepGrade step, TaskGrade task) {
    return "Step " + step.number() + ", \"" + task.title() + "\": ";
  }

  /** Whether nothing changed for so long, or time was over, that a run would end there too. */
  private static boolean waitedOut(Step step, StepTimeline timeline, Duration patience) {
    Duration hold =
        step.checks().stream().map(Check::hold).max(Duration::compareTo).orElse(Duration.ZERO);
    Duration changed =
        timeline.observed().isEmpty() ? Duration.ZERO : timeline.observed().getLast().at();
    return timeline.end().minus(changed).compareTo(patience.plus(hold)) >= 0
        || timeline.end().compareTo(StepScripts.timeLimit(step)) >= 0;
  }

  /** The patience that a grade was made with; if it isn't said, longer than any. */
  private static Duration patience(String rules) {
    Matcher matcher = PATIENCE.matcher(rules);
    return matcher.find() ? Duration.parse(matcher.group(1)) : Duration.ofDays(1);
  }

  /**
   * A step begins in a lab in which earlier ones are solved: by the submission, or else by the
   * lesson. And a script goes on to the next step once one is solved.
   */
  private static void addStepsInOtherLabs(Grade before, Grade again, List<String> reasons) {
    for (int i = 0; i < again.steps().size(); i++) {
      boolean was = before.steps().get(i).isPassed();
      boolean is = again.steps().get(i).isPassed();
      if (was == is) {
        continue;
      }
      int number = i + 1;
      List<StepGrade> later = again.steps().subList(number, again.steps().size());
      if (is && later.stream().anyMatch(step -> !step.tasks().isEmpty() && !step.isReached())) {
        reasons.add(
            "Step " + number + " is now solved, so commands after it may count for later steps.");
      }
      if (was && later.stream().anyMatch(step -> step.isReached() && !step.isPassed())) {
        reasons.add(
            "Step "
                + number
                + " isn't solved any more, so a later step would begin in another lab.");
      }
    }
  }
}
