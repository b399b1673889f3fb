package dev.deckhand.shell.report;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Deduction;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Grades to write reports of. */
public final class GradeReportFixtures {

  /** Stands in every text of a hidden task, and nowhere else. */
  public static final String SECRET = "Xyzzy";

  /** What a lesson, a lab or a learner might say to break out of a format. */
  public static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001bPq\u001b\\ \u009b1m",
          "\u0000\u0001\u0008\u007f\u0085",
          "\ud800 half \udc00 of a pair \ufffe \uffff",
          "line\r\n::error title=x::y\n::set-output name=a::b\r::stop-commands::z",
          "=HYPERLINK(\"http://example.com\",\"x\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(A1)",
          "\t=1",
          "a,b;\"c\"\n'd'",
          "]]> <![CDATA[ <!-- --> &amp; &#0; &lt;",
          "| cell | cell\n# Heading\n- item\n```\nfence\n~~~\n<details>",
          "[x](javascript:alert(1)) ![y](http://example.com/z.png) @somebody #1 :smile: www.example.com",
          "**bold** _it_ `code` $x$ \\ \\n %0A %25 %",
          "\u2028\u2029\u202e reversed \u2066",
          "{\"score\": 10, \"passed\": true}",
          "</pre></li></ul><h1>100 of 100 points</h1>",
          "|===\n= Title\ninclude::/etc/passwd[]\n....\n",
          "",
          " ",
          "日本語 🚀 e\u0301");

  private static final Instant STARTED = Instant.parse("2026-11-30T03:00:00.123456789Z");

  private GradeReportFixtures() {}

  /** Everything is solved. */
  public static GradingReport allPassed() {
    return report(
        new Grade(
            LessonId.of("kubernetes/deployments"),
            "Deployments",
            "ada",
            List.of(
                step(1, "Create", task("1.c1", "The Deployment web exists", 2, passed())),
                step(
                    2,
                    "Scale",
                    task("2.c1", "It has three replicas", 3, passed()),
                    question("2.a1", "Which object made the Pods?", 1, passed()))),
            List.of(),
            List.of()));
  }

  /** Some is failed, some isn't reached, some is hidden, and something is taken off. */
  public static GradingReport mixed() {
    var scale =
        new Verdict.Finding(
            "Deployment \"web\"",
            "spec.replicas",
            "2",
            "3",
            List.of("Pod web-7d9 can't be placed."));
    var image = new Verdict.Finding("Deployment \"web\"", "", "not there", "exactly 1", List.of());
    return report(
        new Grade(
            LessonId.of("kubernetes/deployments"),
            "Deployments",
            "grace",
            List.of(
                step(
                    1,
                    "Create",
                    task("1.c1", "The Deployment web exists", 2, passed()),
                    hidden("1.c2", 1, passed())),
                new StepGrade(
                    2,
                    "Scale",
                    List.of(
                        task("2.c1", "It has three replicas", 3, failed(scale, image)),
                        hidden("2.c2", 2, failed(secret())),
                        question("2.a1", "Which object made the Pods?", 1, passed()),
                        quiz("2.q1", "Which of these are labels?", 1, failed(scale))),
                    List.of("The command on line 7 ran out of time.")),
                step(
                    3,
                    "Expose",
                    task("3.c1", "The Service web answers", 2, notReached()),
                    hidden("3.c2", 1, new Outcome.NotReached(SECRET + " wasn't reached.")))),
            List.of(new Deduction("2 hints", 10), new Deduction("a day late", 15)),
            List.of("The file notes.txt is left out.")));
  }

  /** A task that can be seen and a hidden one aren't judged. */
  public static GradingReport undecided() {
    return report(
        new Grade(
            LessonId.of("kubernetes/deployments"),
            "Deployments",
            "linus",
            List.of(
                step(1, "Create", task("1.c1", "The Deployment web exists", 2, passed())),
                step(
                    2,
                    "Scale",
                    task(
                        "2.c1",
                        "It has three replicas",
                        3,
                        new Outcome.Undecided("The cluster didn't answer.", "Grade it again.")),
                    hidden("2.c2", 2, new Outcome.Undecided(SECRET + " is gone.", SECRET))),
                step(3, "Expose", task("3.c1", "The Service web answers", 2, passed()))),
            List.of(new Deduction("1 hint", 5)),
            List.of()));
  }

  /** The judge failed. */
  public static GradingOutcome.NotGraded notGraded() {
    return new GradingOutcome.NotGraded(
        "alan",
        "kubernetes/deployments",
        GradingOutcome.Kind.NO_LAB,
        "Docker is not reachable at unix:///var/run/docker.sock.",
        "Start the engine, and grade it again.");
  }

  /** One of each. */
  public static Map<String, GradingOutcome> outcomes() {
    var outcomes = new LinkedHashMap<String, GradingOutcome>();
    outcomes.put("passed", new GradingOutcome.Graded(allPassed()));
    outcomes.put("mixed", new GradingOutcome.Graded(mixed()));
    outcomes.put("undecided", new GradingOutcome.Graded(undecided()));
    outcomes.put("not-graded", notGraded());
    return outcomes;
  }

  /** A grade all of whose texts are a hostile one. */
  public static GradingReport hostile(String text) {
    var finding = new Verdict.Finding(text, text, text, text, List.of(text, text));
    return report(
        new Grade(
            LessonId.of("a/b"),
            text,
            text,
            List.of(
                new StepGrade(
                    1,
                    text,
                    List.of(
                        task("1." + text, text, 1, passed()),
                        task("2." + text, text, 2, failed(finding, finding)),
                        task("3." + text, text, 2, new Outcome.NotReached(text))),
                    List.of(text))),
            List.of(new Deduction(text, 10)),
            List.of(text)),
        "> " + text);
  }

  /** A grade of any form, without hidden tasks that fail, and final or not. */
  public static GradingReport random(Random random, boolean isFinal) {
    var steps = new ArrayList<StepGrade>();
    for (int number = 1; number <= 1 + random.nextInt(4); number++) {
      var tasks = new ArrayList<TaskGrade>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        var outcome =
            List.of(
                    passed(),
                    passed(),
                    failed(secret()),
                    notReached(),
                    new Outcome.Undecided("No answer.", "Grade it again."))
                .get(random.nextInt(isFinal ? 4 : 5));
        tasks.add(
            new TaskGrade(
                number + "." + i,
                TaskGrade.Kind.CHECK,
                "Task " + i,
                1 + random.nextInt(9),
                random.nextInt(4) == 0,
                outcome));
      }
      steps.add(new StepGrade(number, "Step", tasks, List.of()));
    }
    var deductions =
        random.nextBoolean()
            ? List.<Deduction>of()
            : List.of(new Deduction("late", random.nextInt(101)));
    return report(new Grade(LessonId.of("a/b"), "Lesson", "ada", steps, deductions, List.of()));
  }

  /** A report of a grade. */
  public static GradingReport report(Grade grade) {
    return report(grade, "created\nscaled\n");
  }

  private static GradingReport report(Grade grade, String printed) {
    return new GradingReport(
        grade,
        new GradingRun(
            "0.1.0",
            STARTED,
            STARTED.plusMillis(83_456),
            Map.of(1, Duration.ofMillis(12_300), 2, Duration.ofSeconds(65)),
            "sha256:1f0e",
            "sha256:2a1b",
            "ada-7",
            new OutputTail(printed, 0)),
        new ReportContext(
            new Classroom50Submission(
                "containers-1",
                "deployments",
                "individual",
                "ada-l",
                "submit/2026-11-30T02-59-00Z-abc1234",
                "https://github.com/org/repo/commit/abc1234",
                "https://github.com/org/repo/releases/tag/submit",
                "https://github.com/org/repo/compare/a...b"),
            new XapiAddresses("https://lessons.example.org/", "https://school.example.org/")));
  }

  private static StepGrade step(int number, String title, TaskGrade... tasks) {
    return new StepGrade(number, title, List.of(tasks), List.of());
  }

  private static TaskGrade task(String id, String title, int weight, Outcome outcome) {
    return new TaskGrade(id, TaskGrade.Kind.CHECK, title, weight, false, outcome);
  }

  private static TaskGrade question(String id, String title, int weight, Outcome outcome) {
    return new TaskGrade(id, TaskGrade.Kind.QUESTION, title, weight, false, outcome);
  }

  private static TaskGrade quiz(String id, String title, int weight, Outcome outcome) {
    return new TaskGrade(id, TaskGrade.Kind.QUIZ, title, weight, false, outcome);
  }

  private static TaskGrade hidden(String id, int weight, Outcome outcome) {
    return new TaskGrade(id, TaskGrade.Kind.CHECK, SECRET + " is safe", weight, true, outcome);
  }

  private static Outcome passed() {
    return new Outcome.Passed();
  }

  private static Outcome notReached() {
    return new Outcome.NotReached("Step 2 ran out of time.");
  }

  private static Outcome failed(Verdict.Finding... findings) {
    return new Outcome.Failed(List.of(findings));
  }

  private static Verdict.Finding secret() {
    return new Verdict.Finding(SECRET, SECRET, SECRET, SECRET, List.of(SECRET));
  }
}
