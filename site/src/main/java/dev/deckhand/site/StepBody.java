package dev.deckhand.site;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A step as its reader sees it: what to do, what to expect, and, folded, what would give it away.
 * Wrong ways, hidden checks and what is for instructors are left out.
 */
final class StepBody {

  private StepBody() {}

  /** The id under which a page shows the step. */
  static String anchor(Step step) {
    return "step-" + step.number();
  }

  static List<String> lines(Step step, Printed printed) {
    var lines = new ArrayList<String>();
    lines.add("[#" + anchor(step) + "]");
    lines.add("== " + step.number() + ". " + Escape.words(step.title()));
    lines.add("");
    lines.addAll(Blocks.lines(step.prose(), PrintedOutputs.of(step, printed)));
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
      lines.addAll(Fold.closed("debrief", "Afterwards", Blocks.lines(step.debrief())));
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
      String more = String.join("; ", CheckWords.of(check));
      lines.add(
          "* "
              + Escape.line(check.title())
              + (more.isEmpty() ? "" : " [.aside]##" + Escape.words(more) + "##"));
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
                  + Escape.words(questions.get(i).title())
                  + "** [.aside]##Type ``"
                  + Escape.words(typed)
                  + "``##",
              ""));
    }
    return lines;
  }

  private static List<String> quiz(Quiz quiz) {
    boolean several = quiz.right().size() > 1;
    var lines = new ArrayList<String>();
    lines.add(
        "{empty}**"
            + Escape.words(quiz.title())
            + "** [.aside]##"
            + (several ? "More than one is right." : "One is right.")
            + "##");
    lines.add("");
    int number = 1;
    for (Quiz.Choice choice : quiz.choices()) {
      var told = new ArrayList<String>();
      told.add(choice.right() ? "[.right]" : "[.not-right]");
      told.addAll(List.of(choice.right() ? "&#10003; Right." : "&#10007; Not right.", ""));
      told.addAll(Blocks.lines(choice.explanation()));
      lines.addAll(
          Fold.closed(
              "choice", "{empty}" + number++ + ". " + Blocks.inline(choice.content()), told));
    }
    return Fold.box("quiz", lines);
  }

  private static List<String> hints(Step step) {
    var lines = new ArrayList<String>();
    int total = step.hints().size();
    for (int i = 0; i < total; i++) {
      String title = total == 1 ? "Hint" : "Hint " + (i + 1) + " of " + total;
      lines.addAll(Fold.closed("hint", title, Blocks.lines(step.hints().get(i).content())));
    }
    return lines;
  }

  private static List<String> solution(Step step) {
    Script solution = step.solution();
    if (solution == null) {
      return List.of();
    }
    var lines = new ArrayList<>(Blocks.typed(solution.entries()));
    for (Script other : step.alternatives()) {
      lines.addAll(List.of("[.other-way]", "{empty}Or: " + Escape.words(other.title()), ""));
      lines.addAll(Blocks.typed(other.entries()));
    }
    return Fold.closed("solution", "Solution", lines);
  }
}
