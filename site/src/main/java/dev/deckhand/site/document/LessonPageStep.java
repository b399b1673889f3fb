package dev.deckhand.site.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.CheckDescription;
import dev.deckhand.site.asciidoc.DelimitedBlocks;
import java.util.ArrayList;
import java.util.List;

/**
 * A step as its reader sees it: what to do, what to expect, and, folded, what would give it away.
 * Wrong ways, hidden checks and what is for instructors are left out.
 */
final class LessonPageStep {

  private LessonPageStep() {}

  /** The id under which a page shows the step. */
  static String anchor(Step step) {
    return "step-" + step.number();
  }

  static List<String> lines(Step step, RecordedOutput recordedOutput) {
    var lines = new ArrayList<String>();
    lines.add("[#" + anchor(step) + "]");
    lines.add("== " + step.number() + ". " + AsciidocEscaper.inline(step.title()));
    lines.add("");
    lines.addAll(
        AsciidocBlockWriter.lines(step.prose(), RecordedOutputBlocks.of(step, recordedOutput)));
    if (!step.setup().isEmpty()) {
      lines.addAll(
          List.of("[.mark]", "{empty}Something is prepared for this step; the lab does it.", ""));
    }
    lines.addAll(checks(step.checks()));
    lines.addAll(questions(step.questions()));
    step.quizzes().forEach(quiz -> lines.addAll(quiz(quiz)));
    lines.addAll(hints(step));
    lines.addAll(solution(step));
    if (!step.debrief().isEmpty()) {
      lines.addAll(
          DelimitedBlocks.collapsible(
              "debrief", "Afterwards", AsciidocBlockWriter.lines(step.debrief())));
    }
    return lines;
  }

  private static List<String> checks(List<Check> checks) {
    List<Check> shown = checks.stream().filter(check -> !check.hidden()).toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of(".What you should see", "[.checks]"));
    for (Check check : shown) {
      String more = String.join("; ", CheckDescription.of(check));
      lines.add(
          "* "
              + AsciidocEscaper.line(check.title())
              + (more.isEmpty() ? "" : " [.aside]##" + AsciidocEscaper.inline(more) + "##"));
    }
    lines.add("");
    return lines;
  }

  private static List<String> questions(List<Question> questions) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < questions.size(); i++) {
      String typed = questions.size() == 1 ? "answer ..." : "answer " + (i + 1) + ": ...";
      lines.addAll(
          List.of(
              "[.answer]",
              "{empty}**"
                  + AsciidocEscaper.inline(questions.get(i).title())
                  + "** [.aside]##Type ``"
                  + AsciidocEscaper.inline(typed)
                  + "``##",
              ""));
    }
    return lines;
  }

  private static List<String> quiz(Quiz quiz) {
    boolean several = quiz.rightChoices().size() > 1;
    var lines = new ArrayList<String>();
    lines.add(
        "{empty}**"
            + AsciidocEscaper.inline(quiz.title())
            + "** [.aside]##"
            + (several ? "More than one is right." : "One is right.")
            + "##");
    lines.add("");
    int number = 1;
    for (Quiz.Choice choice : quiz.choices()) {
      var told = new ArrayList<String>();
      told.add(choice.right() ? "[.right]" : "[.not-right]");
      told.addAll(List.of(choice.right() ? "&#10003; Right." : "&#10007; Not right.", ""));
      told.addAll(AsciidocBlockWriter.lines(choice.explanation()));
      lines.addAll(
          DelimitedBlocks.collapsible(
              "choice",
              "{empty}" + number++ + ". " + AsciidocBlockWriter.inline(choice.content()),
              told));
    }
    return DelimitedBlocks.box("quiz", lines);
  }

  private static List<String> hints(Step step) {
    var lines = new ArrayList<String>();
    int total = step.hints().size();
    for (int i = 0; i < total; i++) {
      String title = total == 1 ? "Hint" : "Hint " + (i + 1) + " of " + total;
      lines.addAll(
          DelimitedBlocks.collapsible(
              "hint", title, AsciidocBlockWriter.lines(step.hints().get(i).content())));
    }
    return lines;
  }

  private static List<String> solution(Step step) {
    Script solution = step.solution();
    if (solution == null) {
      return List.of();
    }
    var lines = new ArrayList<>(AsciidocBlockWriter.commands(solution.entries()));
    for (Script other : step.alternatives()) {
      lines.addAll(
          List.of("[.other-way]", "{empty}Or: " + AsciidocEscaper.inline(other.title()), ""));
      lines.addAll(AsciidocBlockWriter.commands(other.entries()));
    }
    return DelimitedBlocks.collapsible("solution", "Solution", lines);
  }
}
