package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lesson as text that a person can read over: what is where, and in which form. */
final class LessonOutline {

  private final List<String> lines = new ArrayList<>();

  static String of(Lesson lesson) {
    var lessonOutline = new LessonOutline();
    lessonOutline.lesson(lesson);
    return String.join("\n", lessonOutline.lines) + "\n";
  }

  private void lesson(Lesson lesson) {
    add(
        lesson.id()
            + " | "
            + lesson.title()
            + " | "
            + lesson.minutes()
            + " min | "
            + lesson.level());
    add(lesson.needs().labs() + " " + lesson.needs().images() + " " + lesson.needs().abilities());
    add("in " + lesson.needs().namespace() + ", after " + lesson.requires());
    blocks("", lesson.intro());
    lesson.steps().forEach(this::step);
  }

  private void step(Step step) {
    add("");
    add(step.place().line() + " STEP " + step.number() + " " + step.title());
    blocks("", step.prose());
    step.setup().forEach(script -> script("setup", script));
    step.checks().forEach(this::check);
    step.questions()
        .forEach(question ->
            add(question.place().line() + " QUESTION " + question.id() + " " + question.title()));
    step.quizzes().forEach(this::quiz);
    step.hints().forEach(hint -> blocks("hint: ", hint.content()));
    Stream.ofNullable(step.solution()).forEach(script -> script("solution", script));
    step.alternatives().forEach(script -> script("alternative", script));
    step.wrongs().forEach(script -> script("wrong", script));
    blocks("debrief: ", step.debrief());
    blocks("instructor: ", step.instructor());
  }

  private void check(Check check) {
    add(
        "%d CHECK %s %s | %s within %s for %s, %s, weight %d%s"
            .formatted(
                check.place().line(),
                check.id(),
                check.title(),
                check.role(),
                check.within(),
                check.hold(),
                check.count(),
                check.weight(),
                check.hidden() ? ", hidden" : ""));
    check
        .expectations()
        .forEach(one ->
            add(
                "   "
                    + one.subject().displayName()
                    + " from line "
                    + one.pattern().place().line()));
  }

  private void quiz(Quiz quiz) {
    add(quiz.place().line() + " QUIZ " + quiz.id() + " " + quiz.title());
    for (Quiz.Choice choice : quiz.choices()) {
      add((choice.right() ? "   [x] " : "   [ ] ") + inlines(choice.content()));
      blocks("       ", choice.explanation());
    }
  }

  private void script(String kind, Script script) {
    add(
        script.place().line()
            + " "
            + kind.toUpperCase(java.util.Locale.ROOT)
            + " "
            + script.title());
    script.entries().forEach(entry -> add("   > " + entry.replace("\n", "\n   . ")));
  }

  private void blocks(String indent, List<Block> blocks) {
    blocks.forEach(block -> add(indent + block(block)));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> inlines(content);
      case Block.Run(var commands) -> "run " + commands;
      case Block.Table(_, var header, var rows) ->
          "table "
              + cells(header)
              + rows.stream().map(LessonOutline::cells).collect(Collectors.joining());
      default -> block.toString();
    };
  }

  private static String cells(List<List<Inline>> cells) {
    return cells.stream().map(LessonOutline::inlines).collect(Collectors.joining(" | ", "[", "]"));
  }

  private static String inlines(List<Inline> content) {
    return content.stream()
        .map(inline ->
            switch (inline) {
              case Inline.Words(var text) -> text;
              case Inline.Code(var text) -> "`" + text + "`";
              case Inline.Strong(var inner) -> "*" + inlines(inner) + "*";
              case Inline.Emphasis(var inner) -> "_" + inlines(inner) + "_";
              case Inline.Link(var inner, var target) -> target + "[" + inlines(inner) + "]";
              case Inline.Break() -> " + ";
            })
        .collect(Collectors.joining());
  }

  private void add(String line) {
    lines.add(line.stripTrailing());
  }
}
