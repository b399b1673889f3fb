package dev.deckhand.site.document;

import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PictureRewriter;
import dev.deckhand.site.text.PluralFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The speaker notes of a step.
 *
 * @param minutes estimated time for the step; 0 if unknown
 */
record TeacherNotes(Step step, int minutes) {

  /** Returns the full text, the time, hints and solutions. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    if (minutes > 0) {
      lines.addAll(List.of("{empty}About " + PluralFormatter.of(minutes, "minute") + ".", ""));
    }
    lines.addAll(AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(step.prose())));
    if (!step.setup().isEmpty()) {
      lines.addAll(List.of("{empty}Something is prepared for this step; the lab does it.", ""));
    }
    int number = 1;
    for (Hint hint : step.hints()) {
      lines.addAll(List.of("{empty}**Hint " + number++ + "**", ""));
      lines.addAll(AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(hint.content())));
    }
    if (step.solution() != null) {
      lines.addAll(solution("Solution", step.solution()));
    }
    step.alternatives()
        .forEach(
            other -> lines.addAll(solution("Or: " + AsciidocEscaper.inline(other.title()), other)));
    if (!step.instructor().isEmpty()) {
      lines.addAll(List.of("{empty}**For the instructor**", ""));
      lines.addAll(
          AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(step.instructor())));
    }
    return lines;
  }

  /** Returns which choices are right, and why. */
  static List<String> answers(Quiz quiz) {
    var lines = new ArrayList<String>();
    for (Quiz.Choice choice : quiz.choices()) {
      lines.addAll(
          List.of(
              "{empty}"
                  + (choice.right() ? "&#10003; " : "&#10007; ")
                  + AsciidocBlockWriter.inline(choice.content()),
              ""));
      lines.addAll(
          AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(choice.explanation())));
    }
    return lines;
  }

  private static List<String> solution(String title, Script script) {
    var lines = new ArrayList<>(List.of("{empty}**" + title + "**", ""));
    lines.addAll(AsciidocBlockWriter.commands(script.entries()));
    return lines;
  }
}
