package dev.deckhand.site.grade;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.HtmlPage;
import dev.deckhand.site.page.HtmlProse;
import dev.deckhand.site.page.LessonFacts;
import dev.deckhand.site.text.OutputExcerpt;
import dev.deckhand.site.text.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A grade as its learner reads it: what was expected, what was found, and why, for each task; and
 * how the points come about.
 */
public final class LearnerGradePage {

  private static final int MAX_FINDINGS = 20;

  private LearnerGradePage() {}

  /** Builds the page. */
  public static HtmlPage of(Grade whole, GradeFacts facts) {
    Grade grade = whole.forLearner();
    var body = new ArrayList<Element>();
    body.add(facts(grade, facts));
    String incomplete = GradeWords.incomplete(grade);
    if (!incomplete.isEmpty()) {
      body.add(HtmlProse.box("notice", List.of(HtmlProse.paragraph("", incomplete))));
    }
    grade.steps().forEach(step -> body.addAll(step(step)));
    body.add(Html.element("h2", "", "How the points come about"));
    body.add(points(grade));
    List<String> remarks = GradeWords.remarks(grade);
    if (!remarks.isEmpty()) {
      body.add(Html.element("h2", "", "Remarks"));
      body.add(
          Html.list("ul", "", remarks.stream().map(remark -> List.of(Html.text(remark))).toList()));
    }
    List<String> printed = OutputExcerpt.OUTPUT.of(facts.printed());
    if (!printed.isEmpty()) {
      body.add(Html.element("h2", "", "What your submission printed"));
      body.add(HtmlProse.preformatted("listing", "", printed));
    }
    body.add(Html.element("h2", "", "About this grade"));
    body.add(origin(grade, facts));
    return new HtmlPage(title(grade), body, false);
  }

  private static String title(Grade grade) {
    return ShownText.onOneLine(grade.lessonTitle()).strip();
  }

  private static Element facts(Grade grade, GradeFacts facts) {
    String points = GradeWords.points(grade.score()) + (grade.isFinal() ? "" : " so far");
    return new LessonFacts()
        .add("Submission", grade.submission())
        .add("Points", Stream.of(Html.element("strong", "", points)), "")
        .add("Solved", GradeWords.solved(grade))
        .add("Graded", GradeWords.time(facts.graded()))
        .list();
  }

  private static List<Element> step(StepGrade step) {
    var heading = Html.element("h2", "", "Step " + step.number() + ": " + step.title());
    return step.tasks().isEmpty()
        ? List.of(heading, HtmlProse.paragraph("", "Nothing is graded in this step."))
        : List.of(
            heading,
            Html.element(
                "ul", "tasks", step.tasks().stream().map(LearnerGradePage::task).toList()));
  }

  private static Element task(TaskGrade task) {
    var item =
        Html.element(
            "li",
            GradeWords.role(task.outcome()),
            Html.element("strong", "", task.title()),
            Html.text(" "),
            Html.element(
                "span",
                "aside",
                GradeWords.state(task.outcome()) + ". " + GradeWords.points(task) + "."));
    return item.appendChildren(why(task));
  }

  private static List<Element> why(TaskGrade task) {
    if (task.hidden()) {
      return List.of();
    }
    return switch (task.outcome()) {
      case Outcome.Passed() -> List.of();
      case Outcome.Failed(var findings) -> findings(findings);
      case Outcome.Undecided(var reason, var _) ->
          List.of(new LessonFacts().add("Why", reason).list());
      case Outcome.NotReached(var reason) -> List.of(new LessonFacts().add("Why", reason).list());
    };
  }

  private static List<Element> findings(List<Verdict.Finding> findings) {
    var lists =
        new ArrayList<>(
            findings.stream().limit(MAX_FINDINGS).map(LearnerGradePage::finding).toList());
    if (findings.size() > MAX_FINDINGS) {
      lists.add(
          HtmlProse.paragraph("", (findings.size() - MAX_FINDINGS) + " more findings left out."));
    }
    return lists;
  }

  private static Element finding(Verdict.Finding finding) {
    return new LessonFacts()
        .add("Where", GradeWords.where(finding))
        .add("Expected", value(finding.expected()), "")
        .add("Found", value(finding.actual()), "")
        .add("Why", String.join(" ", finding.causes()))
        .list();
  }

  private static Stream<Node> value(String text) {
    return Stream.of(
        text.isBlank() ? Html.text("(empty)") : Html.code(ShownText.onOneLine(text).strip()));
  }

  private static Element points(Grade grade) {
    List<Node> columns = List.of(heading("Step"), heading("Earned"), heading("Possible"));
    return Html.element(
        "table",
        "points",
        Html.element("caption", "", "Points of each step, and what is taken off"),
        Html.element("thead", "", Html.element("tr", "", columns)),
        Html.element(
            "tbody", "", GradeWords.table(grade).stream().map(LearnerGradePage::row).toList()));
  }

  private static Element heading(String text) {
    return Html.element("th", "", text).attr("scope", "col");
  }

  private static Element row(GradeWords.PointsRow row) {
    return Html.element(
        "tr",
        row.isTotal() ? "total" : "",
        Html.element("th", "", row.what()).attr("scope", "row"),
        Html.element("td", "", row.earned()),
        Html.element("td", "", row.possible()));
  }

  private static Element origin(Grade grade, GradeFacts facts) {
    return new LessonFacts()
        .add("Lesson", Stream.of(Html.code(grade.lesson().toString())), "")
        .add("Lesson's digest", code(facts.lessonDigest()), "")
        .add("Submission's digest", code(facts.submissionDigest()), "")
        .add("Seed", code(facts.seed()), "")
        .add("Graded by", "Deckhand " + facts.version())
        .list();
  }

  private static Stream<Element> code(String text) {
    return Stream.of(text).filter(one -> !one.isEmpty()).map(Html::code);
  }
}
