package dev.deckhand.shell.report.writer;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Deduction;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.shell.report.OutputTail;
import dev.deckhand.site.text.PluralFormatter;
import dev.deckhand.site.text.ShownText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Untrusted text for reports: without control sequences, control characters and invalid Unicode,
 * and of bounded length. What a format reads as markup is left to its writer.
 */
final class ReportText {

  private static final int MAX_LINE = 500;
  private static final int MAX_FINDINGS = 20;

  private ReportText() {}

  /** Returns text on one line of at most {@value #MAX_LINE} characters; "-" if there's none. */
  static String line(String text) {
    String line = ShownText.onOneLine(text.replace('\u2028', ' ').replace('\u2029', ' ')).strip();
    int length = line.codePointCount(0, line.length());
    if (length > MAX_LINE) {
      String kept = line.substring(0, line.offsetByCodePoints(0, MAX_LINE));
      return kept + " [" + (length - MAX_LINE) + " characters left out]";
    }
    return line.isEmpty() ? "-" : line;
  }

  /** Returns text with its line breaks, as {@code \n}. */
  static String lines(String text) {
    return ShownText.clean(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** Returns the end of what was printed, and before it how much is left out; may be empty. */
  static String output(OutputTail output) {
    String left =
        output.omittedBytes() == 0 ? "" : "[" + output.omittedBytes() + " bytes left out]\n";
    return left + lines(output.text());
  }

  /** Returns a sentence for each finding, with its causes behind it. */
  static List<String> findings(List<Verdict.Finding> findings) {
    var sentences = new ArrayList<String>();
    findings.stream().limit(MAX_FINDINGS).map(ReportText::finding).forEach(sentences::add);
    if (findings.size() > MAX_FINDINGS) {
      sentences.add(
          PluralFormatter.of(findings.size() - MAX_FINDINGS, "more finding") + " left out.");
    }
    return sentences;
  }

  private static String finding(Verdict.Finding finding) {
    String causes = finding.causes().isEmpty() ? "" : ". " + String.join(" ", finding.causes());
    return line(finding.sentence() + causes);
  }

  /** Returns why a task has its outcome, one sentence a line; empty for a solved one. */
  static String why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "";
      case Outcome.Failed(var found) -> String.join("\n", findings(found));
      case Outcome.Undecided(var reason, var remedy) -> line(reason) + "\n" + line(remedy);
      case Outcome.NotReached(var reason) -> line(reason);
    };
  }

  /** Returns an outcome's name in documents for programs. */
  static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "passed";
      case Outcome.Failed _ -> "failed";
      case Outcome.Undecided _ -> "undecided";
      case Outcome.NotReached _ -> "not-reached";
    };
  }

  /** Returns a number as it is, never in scientific notation. */
  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /** Returns the score as a sentence: {@code 7.5 of 10 points.} */
  static String score(Grade grade) {
    var score = grade.score();
    String undecided =
        grade.isFinal() ? "" : ", and " + number(score.undecided()) + " not decided yet";
    return number(score.earned()) + " of " + number(score.possible()) + " points" + undecided + ".";
  }

  /** Returns the deductions as sentences. */
  static List<String> deductions(Grade grade) {
    return grade.deductions().stream().map(ReportText::deduction).toList();
  }

  private static String deduction(Deduction deduction) {
    return deduction.percent() + " percent taken off: " + line(deduction.reason()) + ".";
  }

  /** Returns the remarks of the grade and of its steps, as sentences. */
  static List<String> remarks(Grade grade) {
    Stream<String> ofSteps =
        grade.steps().stream()
            .flatMap(step ->
                step.remarks().stream().map(remark -> "Step " + step.number() + ": " + remark));
    return Stream.concat(grade.remarks().stream(), ofSteps).map(ReportText::line).toList();
  }

  /** Returns what a person has to decide, a sentence a task. */
  static List<String> undecided(Grade grade) {
    return grade.steps().stream()
        .flatMap(step ->
            step.tasks().stream()
                .filter(task -> task.outcome() instanceof Outcome.Undecided)
                .map(task -> "Step " + step.number() + ", " + undecided(task)))
        .toList();
  }

  private static String undecided(TaskGrade task) {
    return line(task.title()) + ": " + why(task.outcome()).replace("\n", " ");
  }
}
