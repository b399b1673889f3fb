package dev.deckhand.site.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PictureRewriter;
import dev.deckhand.site.text.CheckDescription;
import dev.deckhand.site.text.PluralFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A step in a handout: the task, and, for the appendices, what would give it away.
 *
 * @param chapter the number of the lesson's chapter
 */
record HandoutStep(int chapter, Step step) {

  /** The length of the line for an answer, in characters. */
  private static final int ANSWER_LINE_LENGTH = 60;

  /** Returns the task and its expected result. */
  List<String> task() {
    var lines =
        new ArrayList<>(
            List.of("[#" + anchor("step") + "]", "=== " + number() + " " + title(), ""));
    lines.addAll(AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(step.prose())));
    if (!step.setup().isEmpty()) {
      lines.addAll(
          List.of("[.aside]", "{empty}Something is prepared for this step; the lab does it.", ""));
    }
    lines.addAll(checks());
    step.questions().forEach(question -> lines.addAll(question(question)));
    step.quizzes().forEach(quiz -> lines.addAll(quiz(quiz)));
    lines.addAll(appendixLinks());
    return lines;
  }

  /** Returns the hints, in their order; empty if there are none. */
  List<String> hints() {
    if (step.hints().isEmpty()) {
      return List.of();
    }
    List<List<Block>> items =
        step.hints().stream().map(Hint::content).map(PictureRewriter::withSinglePictures).toList();
    return appendixEntry(
        "hints", AsciidocBlockWriter.lines(List.of(new Block.Bullets(true, items))));
  }

  /** Returns the solution, the answers of quizzes and the debrief; empty if there are none. */
  List<String> answers() {
    var lines = new ArrayList<String>();
    if (step.solution() != null) {
      lines.addAll(AsciidocBlockWriter.commands(step.solution().entries()));
    }
    for (Script other : step.alternatives()) {
      var way = new ArrayList<>(List.of("{empty}Or: " + AsciidocEscaper.inline(other.title()), ""));
      way.addAll(AsciidocBlockWriter.commands(other.entries()));
      lines.addAll(unbreakable(way));
    }
    step.quizzes().forEach(quiz -> lines.addAll(quizAnswers(quiz)));
    lines.addAll(AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(step.debrief())));
    return lines.isEmpty() ? List.of() : appendixEntry("answers", lines);
  }

  private List<String> appendixEntry(String part, List<String> content) {
    var lines =
        new ArrayList<>(
            List.of(
                "[discrete#" + anchor(part) + "]",
                "==== link:#" + anchor("step") + "[" + number() + "] " + title(),
                ""));
    lines.addAll(content);
    return lines;
  }

  private List<String> checks() {
    List<Check> shown = step.checks().stream().filter(check -> !check.hidden()).toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of(".What you should see", "[.checks]"));
    for (Check check : shown) {
      String more = String.join("; ", CheckDescription.of(check));
      lines.add(
          "* [ ] "
              + AsciidocEscaper.line(check.title())
              + (more.isEmpty() ? "" : " [.aside]##(" + AsciidocEscaper.inline(more) + ")##"));
    }
    lines.add("");
    return unbreakable(lines);
  }

  private static List<String> question(Question question) {
    return unbreakable(
        List.of(
            "{empty}**Find out:** " + AsciidocEscaper.inline(question.title()),
            "",
            "[.blank]",
            "{empty}" + "&#95;".repeat(ANSWER_LINE_LENGTH),
            ""));
  }

  private static List<String> quiz(Quiz quiz) {
    var lines =
        new ArrayList<>(
            List.of(
                "{empty}**Question:** "
                    + AsciidocEscaper.inline(quiz.title())
                    + (quiz.rightChoices().size() > 1 ? " (More than one is right.)" : ""),
                "",
                "[loweralpha]"));
    quiz.choices()
        .forEach(choice -> lines.add(". " + AsciidocBlockWriter.inline(choice.content())));
    lines.add("");
    return unbreakable(lines);
  }

  private static List<String> quizAnswers(Quiz quiz) {
    var lines =
        new ArrayList<>(List.of("{empty}**" + AsciidocEscaper.inline(quiz.title()) + "**", ""));
    lines.add("[loweralpha]");
    for (Quiz.Choice choice : quiz.choices()) {
      lines.add(
          ". "
              + (choice.right() ? "&#10003; " : "&#10007; ")
              + AsciidocBlockWriter.inline(choice.content()));
      for (Block block : PictureRewriter.withSinglePictures(choice.explanation())) {
        lines.add("+");
        lines.addAll(AsciidocBlockWriter.lines(List.of(block)));
        lines.removeLast();
      }
    }
    lines.add("");
    return unbreakable(lines);
  }

  private List<String> appendixLinks() {
    var leads = new ArrayList<String>();
    if (!step.hints().isEmpty()) {
      leads.add(
          "link:#" + anchor("hints") + "[" + PluralFormatter.of(step.hints().size(), "hint") + "]");
    }
    if (!answers().isEmpty()) {
      leads.add(
          "link:#"
              + anchor("answers")
              + "["
              + (step.solution() == null ? "looking back" : "solution, and looking back")
              + "]");
    }
    return leads.isEmpty()
        ? List.of()
        : List.of("[.aside]", "{empty}At the end of the book: " + String.join("; ", leads), "");
  }

  /**
   * Keeps content on one page if it fits: a question with its answers, a label with what it names.
   */
  private static List<String> unbreakable(List<String> content) {
    var lines = new ArrayList<>(List.of("[%unbreakable]", "--"));
    lines.addAll(content);
    lines.addAll(List.of("--", ""));
    return lines;
  }

  private String anchor(String part) {
    return part + "-" + chapter + "-" + step.number();
  }

  private String number() {
    return chapter + "." + step.number();
  }

  private String title() {
    return AsciidocEscaper.inline(step.title());
  }
}
