package dev.deckhand.site.grade;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.Score;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.HtmlPage;
import dev.deckhand.site.page.LessonFacts;
import dev.deckhand.site.text.ShownText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The grades of a class as its instructor reads them: one table, in which those that need a
 * person's decision come first; how many solved each step; and the checks that failed most often.
 */
public final class ClassGradePage {

  private static final int MOST_FAILED = 10;
  private static final int MAX_SENTENCE = 200;

  private ClassGradePage() {}

  /**
   * Builds the page.
   *
   * @param lesson the lesson's title
   * @param alike a sentence for each set of submissions that should be compared
   */
  public static HtmlPage of(String lesson, List<ClassResult> results, List<String> alike) {
    List<Grade> grades = results.stream().flatMap(ClassGradePage::grade).toList();
    List<ClassStatistics.StepRate> steps = ClassStatistics.steps(grades);
    var body = new ArrayList<Element>();
    body.add(facts(results, grades));
    body.add(results(results, steps));
    if (!alike.isEmpty()) {
      body.add(Html.element("h2", "", "Submissions that are alike"));
      var list = Html.element("ul", "");
      alike.forEach(one -> list.appendChild(Html.element("li", "", ShownText.clean(one))));
      body.add(list);
    }
    if (!steps.isEmpty()) {
      body.add(Html.element("h2", "", "Steps"));
      body.add(steps(steps));
    }
    List<ClassStatistics.TaskRate> failed = ClassStatistics.mostFailed(grades, MOST_FAILED);
    if (!failed.isEmpty()) {
      body.add(Html.element("h2", "", "What failed most often"));
      body.add(failed(failed));
    }
    return new HtmlPage("Grades: " + ShownText.onOneLine(lesson).strip(), body, false);
  }

  private static Stream<Grade> grade(ClassResult result) {
    return switch (result) {
      case ClassResult.Graded(var grade, var _) -> Stream.of(grade);
      case ClassResult.NotGraded _ -> Stream.empty();
    };
  }

  private static Element facts(List<ClassResult> results, List<Grade> grades) {
    List<Grade> certain = grades.stream().filter(Grade::isFinal).toList();
    int open = results.size() - certain.size();
    return new LessonFacts()
        .add("Submissions", Integer.toString(results.size()))
        .add("For you to decide", open == 0 ? "none" : Integer.toString(open))
        .add("Complete grades", Integer.toString(certain.size()))
        .add("Median of these", median(certain).map(GradeWords::percent).orElse(""))
        .list();
  }

  /** The lower one of two in the middle. */
  private static Optional<BigDecimal> median(List<Grade> grades) {
    List<BigDecimal> sorted =
        grades.stream().map(grade -> grade.score().fraction()).sorted().toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  private static Element results(List<ClassResult> results, List<ClassStatistics.StepRate> steps) {
    var columns = new ArrayList<Node>(columns("Submission", "Points"));
    steps.forEach(step ->
        columns.add(
            column(Integer.toString(step.number())).attr("title", ShownText.clean(step.title()))));
    columns.add(column("To decide, and what was taken off"));
    return table(
        "Points of each step, those that need a decision first",
        columns,
        results.stream()
            .sorted(
                Comparator.comparingInt(ClassGradePage::rank)
                    .thenComparing(ClassResult::submission))
            .map(result -> row(result, steps))
            .toList());
  }

  private static int rank(ClassResult result) {
    return switch (result) {
      case ClassResult.NotGraded _ -> 0;
      case ClassResult.Graded(var grade, var _) -> grade.isFinal() ? 2 : 1;
    };
  }

  private static Element row(ClassResult result, List<ClassStatistics.StepRate> steps) {
    return switch (result) {
      case ClassResult.Graded(var grade, var page) -> graded(grade, page, steps);
      case ClassResult.NotGraded(var submission, var reason, var remedy) -> {
        var row = Html.element("tr", "open", name(Html.text(submission)));
        row.appendChild(Html.element("td", "", "not graded"));
        steps.forEach(_ -> row.appendChild(Html.element("td", "")));
        yield row.appendChild(Html.element("td", "note", reason + " " + remedy));
      }
    };
  }

  private static Element graded(Grade grade, String page, List<ClassStatistics.StepRate> steps) {
    Node link =
        page.isEmpty() ? Html.text(grade.submission()) : Html.link(page, grade.submission());
    var row = Html.element("tr", grade.isFinal() ? "" : "open", name(link));
    Score score = grade.score();
    row.appendChild(
        Html.element(
            "td",
            "",
            GradeWords.open(score.earned(), grade.isFinal())
                + " / "
                + GradeWords.number(score.possible())));
    for (ClassStatistics.StepRate rate : steps) {
      row.appendChild(
          Html.element(
              "td",
              "",
              grade.steps().stream()
                  .filter(step -> step.written() == rate.number())
                  .map(step -> cell(grade, step))
                  .findFirst()
                  .orElse("")));
    }
    return row.appendChild(Html.element("td", "note", note(grade)));
  }

  private static String cell(Grade grade, StepGrade step) {
    if (!step.isReached() && !step.tasks().isEmpty()) {
      return "\u2013";
    }
    return GradeWords.open(grade.counted(step), step.isFinal());
  }

  private static String note(Grade grade) {
    Stream<String> open =
        grade.steps().stream()
            .flatMap(step ->
                step.tasks().stream()
                    .filter(task -> task.outcome() instanceof Outcome.Undecided)
                    .map(task ->
                        "Step "
                            + step.written()
                            + ", "
                            + task.title()
                            + ": "
                            + why(task.outcome())));
    Stream<String> taken =
        grade.deductions().stream()
            .map(one -> "\u2212" + one.percent() + " %: " + one.reason() + ".");
    return String.join(" ", Stream.concat(open, taken).toList());
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Undecided(var reason, var remedy) -> reason + " " + remedy;
      case Outcome.Passed(), Outcome.Failed _, Outcome.NotReached _ -> "";
    };
  }

  private static Element steps(List<ClassStatistics.StepRate> steps) {
    return table(
        "How many solved each step, of those in whose grade it's decided",
        columns("Step", "Solved", "Of", "Rate"),
        steps.stream()
            .map(step ->
                Html.element(
                    "tr",
                    "",
                    name(Html.text(step.number() + ": " + step.title())),
                    Html.element("td", "", Integer.toString(step.passed())),
                    Html.element("td", "", Integer.toString(step.decided())),
                    Html.element("td", "", rate(step.passed(), step.decided()))))
            .toList());
  }

  private static String rate(int part, int whole) {
    return whole == 0
        ? "\u2013"
        : GradeWords.percent(Score.fraction(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
  }

  private static Element failed(List<ClassStatistics.TaskRate> tasks) {
    return table(
        "Of those that got to it",
        columns("Check", "Failed", "Of", "Most frequent finding"),
        tasks.stream()
            .map(task ->
                Html.element(
                    "tr",
                    "",
                    name(
                        Html.text(
                            "Step "
                                + task.step()
                                + ": "
                                + task.title()
                                + (task.hidden() ? " (hidden)" : ""))),
                    Html.element("td", "", Integer.toString(task.failed())),
                    Html.element("td", "", Integer.toString(task.judged())),
                    Html.element("td", "note", shortened(task.usually()))))
            .toList());
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_SENTENCE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SENTENCE)) + " [...]";
  }

  private static Element table(String caption, List<? extends Node> columns, List<Element> rows) {
    return Html.element(
            "table",
            "points",
            Html.element("caption", "", caption),
            Html.element("thead", "", Html.element("tr", "", columns)),
            Html.element("tbody", "", rows))
        .attr("tabindex", "0"); // wider than a phone: keys move it sideways
  }

  private static List<Element> columns(String... names) {
    return Stream.of(names).map(ClassGradePage::column).toList();
  }

  private static Element column(String name) {
    return Html.element("th", "", name).attr("scope", "col");
  }

  private static Element name(Node content) {
    return Html.element("th", "", content).attr("scope", "row");
  }
}
