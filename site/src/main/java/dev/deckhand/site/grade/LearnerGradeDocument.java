package dev.deckhand.site.grade;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.text.OutputExcerpt;
import java.util.ArrayList;
import java.util.List;

/** A grade as its learner reads it, as an AsciiDoc document to print. */
public final class LearnerGradeDocument {

  private static final int MAX_FINDINGS = 20;

  private LearnerGradeDocument() {}

  /** Returns the document. */
  public static String of(Grade whole, GradeFacts facts) {
    Grade grade = whole.forLearner();
    var lines = new ArrayList<String>();
    lines.add("= " + AsciidocEscaper.inline(grade.lessonTitle()));
    lines.addAll(List.of(":lang: en", ":!sectids:", ":!table-caption:", ""));
    paragraph(
        lines,
        ".facts",
        "Submission: "
            + AsciidocEscaper.inline(grade.submission())
            + ". Graded: "
            + AsciidocEscaper.inline(GradeWords.time(facts.graded()))
            + ". Solved: "
            + GradeWords.solved(grade)
            + ".");
    paragraph(
        lines,
        "",
        "**"
            + AsciidocEscaper.inline(GradeWords.points(grade.score()))
            + (grade.isFinal() ? "" : " so far")
            + "**");
    String incomplete = GradeWords.incomplete(grade);
    if (!incomplete.isEmpty()) {
      lines.addAll(List.of("NOTE: " + AsciidocEscaper.line(incomplete), ""));
    }
    grade.steps().forEach(step -> step(lines, step));
    heading(lines, "How the points come about");
    points(lines, grade);
    List<String> remarks = GradeWords.remarks(grade);
    if (!remarks.isEmpty()) {
      heading(lines, "Remarks");
      remarks.forEach(remark -> lines.add("* " + AsciidocEscaper.line(remark)));
      lines.add("");
    }
    List<String> printed = OutputExcerpt.OUTPUT.of(facts.printed());
    if (!printed.isEmpty()) {
      heading(lines, "What your submission printed");
      lines.addAll(AsciidocEscaper.literalBlock("listing", printed));
      lines.add("");
    }
    heading(lines, "About this grade");
    origin(lines, grade, facts);
    return String.join("\n", lines) + "\n";
  }

  private static void heading(List<String> lines, String text) {
    lines.addAll(List.of("== " + AsciidocEscaper.inline(text), ""));
  }

  /**
   * Adds a paragraph.
   *
   * @param role with its dot; may be empty
   * @param escaped its text
   */
  private static void paragraph(List<String> lines, String role, String escaped) {
    if (!role.isEmpty()) {
      lines.add("[" + role + "]");
    }
    lines.addAll(List.of("{empty}" + escaped, ""));
  }

  private static void step(List<String> lines, StepGrade step) {
    heading(lines, "Step " + step.number() + ": " + step.title());
    if (step.tasks().isEmpty()) {
      paragraph(lines, "", "Nothing is graded in this step.");
    }
    step.tasks().forEach(task -> task(lines, task));
  }

  private static void task(List<String> lines, TaskGrade task) {
    paragraph(
        lines,
        "",
        "**"
            + AsciidocEscaper.inline(task.title())
            + "** +\n{empty}"
            + AsciidocEscaper.inline(
                GradeWords.state(task.outcome()) + ". " + GradeWords.points(task) + "."));
    if (task.hidden()) {
      return;
    }
    switch (task.outcome()) {
      case Outcome.Passed() -> {}
      case Outcome.Failed(var findings) -> {
        findings.stream().limit(MAX_FINDINGS).forEach(one -> finding(lines, one));
        if (findings.size() > MAX_FINDINGS) {
          paragraph(lines, "", (findings.size() - MAX_FINDINGS) + " more findings left out.");
        }
      }
      case Outcome.Undecided(var reason, var _) -> {
        item(lines, "Why", AsciidocEscaper.inline(reason));
        lines.add("");
      }
      case Outcome.NotReached(var reason) -> {
        item(lines, "Why", AsciidocEscaper.inline(reason));
        lines.add("");
      }
    }
  }

  private static void finding(List<String> lines, Verdict.Finding finding) {
    item(lines, "Where", AsciidocEscaper.inline(GradeWords.where(finding)));
    item(lines, "Expected", code(finding.expected()));
    item(lines, "Found", code(finding.actual()));
    if (!finding.causes().isEmpty()) {
      item(lines, "Why", AsciidocEscaper.inline(String.join(" ", finding.causes())));
    }
    lines.add("");
    lines.addAll(List.of("// the end of a list", ""));
  }

  private static void item(List<String> lines, String name, String escaped) {
    lines.add("* " + name + ": " + escaped);
  }

  private static String code(String text) {
    String escaped = AsciidocEscaper.inline(text);
    return escaped.isEmpty() ? "(empty)" : "``" + escaped + "``";
  }

  private static void points(List<String> lines, Grade grade) {
    lines.addAll(List.of("[cols=\"8,2,2\",options=\"header,unbreakable\"]", "|==="));
    lines.add("|Step |Earned |Possible");
    for (GradeWords.PointsRow row : GradeWords.table(grade)) {
      String what = AsciidocEscaper.line(row.what());
      lines.add(
          "|"
              + (row.isTotal() ? "{empty}**" + AsciidocEscaper.inline(row.what()) + "**" : what)
              + " |"
              + AsciidocEscaper.line(row.earned())
              + " |"
              + AsciidocEscaper.line(row.possible()));
    }
    lines.addAll(List.of("|===", ""));
  }

  private static void origin(List<String> lines, Grade grade, GradeFacts facts) {
    item(lines, "Lesson", code(grade.lesson().toString()));
    if (!facts.lessonDigest().isEmpty()) {
      item(lines, "Lesson's digest", code(facts.lessonDigest()));
    }
    if (!facts.submissionDigest().isEmpty()) {
      item(lines, "Submission's digest", code(facts.submissionDigest()));
    }
    if (!facts.seed().isEmpty()) {
      item(lines, "Seed", code(facts.seed()));
    }
    item(lines, "Graded by", AsciidocEscaper.inline("Deckhand " + facts.version()));
  }
}
