package dev.deckhand.site;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Deduction;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.site.grade.ClassResult;
import dev.deckhand.site.grade.GradeFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Grades to make documents of. */
public final class GradeFixtures {

  /** Stands in every text of a hidden task, and nowhere else. */
  public static final String SECRET = "Xyzzy";

  private static final Outcome PASSED = new Outcome.Passed();

  private GradeFixtures() {}

  public static GradeFacts facts(String printed) {
    return new GradeFacts(
        Instant.parse("2026-11-30T03:00:00Z"),
        "0.1.0",
        "sha256:" + "1f0e2d3c4b5a6978".repeat(4),
        "sha256:" + "2a1b3c4d5e6f7081".repeat(4),
        "ada-7",
        printed);
  }

  /** Some of everything. */
  public static Grade mixed(String submission) {
    var scale =
        new Verdict.Finding(
            "Deployment \"web\"",
            "spec.replicas",
            "2",
            "3",
            List.of("Pod web-7d9 can't be placed: no node has enough memory."));
    var image =
        new Verdict.Finding(
            "Deployment \"web\"",
            "spec.template.spec.containers[name=web].image",
            "nginx:1.99",
            "nginx:1.27",
            List.of());
    var secret =
        new Outcome.Failed(
            List.of(new Verdict.Finding(SECRET, SECRET, SECRET, SECRET, List.of(SECRET))));
    return grade(
        submission,
        List.of(
            step(1, "Create a Deployment", task("1.c1", "The Deployment web exists", 2, PASSED)),
            new StepGrade(
                2,
                "Scale it",
                List.of(
                    task(
                        "2.c1",
                        "It has three replicas of nginx:1.27",
                        3,
                        new Outcome.Failed(List.of(scale, image))),
                    task("2.a1", "Which object made the Pods?", 1, PASSED),
                    new TaskGrade(
                        "2.c2", TaskGrade.Kind.CHECK, SECRET + " is safe", 2, true, secret),
                    new TaskGrade(
                        "2.c3", TaskGrade.Kind.CHECK, SECRET + " is here", 1, true, PASSED)),
                List.of("The command on line 7 ran out of time after 60 seconds.")),
            step(
                3,
                "Expose it",
                task(
                    "3.c1",
                    "The Service web answers",
                    2,
                    new Outcome.NotReached("Step 2 ran out of time.")))),
        List.of(new Deduction("2 hints", 10), new Deduction("a day late", 15)),
        List.of("The file __MACOSX/._web.yaml is left out."));
  }

  /** Everything is solved. */
  public static Grade passed(String submission) {
    return grade(
        submission,
        List.of(
            step(1, "Create a Deployment", task("1.c1", "The Deployment web exists", 2, PASSED)),
            step(
                2,
                "Scale it",
                task("2.c1", "It has three replicas of nginx:1.27", 3, PASSED),
                task("2.a1", "Which object made the Pods?", 1, PASSED)),
            step(3, "Expose it", task("3.c1", "The Service web answers", 2, PASSED))),
        List.of(),
        List.of());
  }

  /** A task isn't judged. */
  public static Grade undecided(String submission) {
    return grade(
        submission,
        List.of(
            step(1, "Create a Deployment", task("1.c1", "The Deployment web exists", 2, PASSED)),
            step(
                2,
                "Scale it",
                task(
                    "2.c1",
                    "It has three replicas of nginx:1.27",
                    3,
                    new Outcome.Undecided(
                        "The cluster didn't answer for 30 seconds.", "Grade it again."))),
            step(3, "Expose it", task("3.c1", "The Service web answers", 2, PASSED))),
        List.of(new Deduction("1 hint", 5)),
        List.of());
  }

  /** A class of forty. */
  public static List<ClassResult> forty() {
    var results = new ArrayList<ClassResult>();
    for (int i = 1; i <= 40; i++) {
      String name = "learner-%02d".formatted(i);
      results.add(
          i == 13
              ? new ClassResult.NotGraded(
                  name,
                  "Docker is not reachable at unix:///var/run/docker.sock.",
                  "Start the engine, and grade it again.")
              : new ClassResult.Graded(
                  i % 9 == 0 ? undecided(name) : i % 3 == 0 ? mixed(name) : passed(name),
                  name + "/grade.html"));
    }
    return results;
  }

  /** Two learners who had the same two steps in different orders; each solved the bell only. */
  public static List<ClassResult> inOtherOrders() {
    TaskGrade bell = task("1.1", "The bell runs", 1, PASSED);
    TaskGrade store = task("2.1", "The rubbish is gone", 1, new Outcome.NotReached("Later."));
    return List.of(
        new ClassResult.Graded(
            grade(
                "ada",
                List.of(step(1, "The bell", bell), step(2, "The store", store)),
                List.of(),
                List.of()),
            ""),
        new ClassResult.Graded(
            grade(
                "ben",
                List.of(
                    new StepGrade(1, 2, "The store", List.of(store), List.of()),
                    new StepGrade(2, 1, "The bell", List.of(bell), List.of())),
                List.of(),
                List.of()),
            ""));
  }

  /** A grade all of whose texts are the same. */
  public static Grade hostile(String text) {
    var finding = new Verdict.Finding(text, text, text, text, List.of(text));
    return new Grade(
        LessonId.of("a/b"),
        text,
        text,
        List.of(
            new StepGrade(
                1,
                text,
                List.of(
                    task("1", text, 1, PASSED),
                    task("2", text, 1, new Outcome.Failed(List.of(finding, finding))),
                    task("3", text, 1, new Outcome.Undecided(text, text)),
                    task("4", text, 1, new Outcome.NotReached(text))),
                List.of(text))),
        List.of(new Deduction(text, 10)),
        List.of(text));
  }

  private static Grade grade(
      String submission, List<StepGrade> steps, List<Deduction> deductions, List<String> remarks) {
    return new Grade(
        LessonId.of("kubernetes/deployments"),
        "Deployments: many Pods from one template",
        submission,
        steps,
        deductions,
        remarks);
  }

  private static StepGrade step(int number, String title, TaskGrade... tasks) {
    return new StepGrade(number, title, List.of(tasks), List.of());
  }

  private static TaskGrade task(String id, String title, int weight, Outcome outcome) {
    return new TaskGrade(id, TaskGrade.Kind.CHECK, title, weight, false, outcome);
  }
}
