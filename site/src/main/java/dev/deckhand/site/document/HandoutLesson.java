package dev.deckhand.site.document;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PictureRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A lesson in a handout: its chapter, and its parts of the appendices.
 *
 * @param number of the chapter, from 1
 */
record HandoutLesson(int number, Lesson lesson) {

  /** Returns the chapter that the learner works through. */
  List<String> chapter() {
    var lines = new ArrayList<>(List.of("[#lesson-" + number + "]", "== " + title(), ""));
    lines.addAll(List.of("[.facts]", "{empty}" + Handout.requirements(lesson), ""));
    lines.addAll(AsciidocBlockWriter.lines(PictureRewriter.withSinglePictures(lesson.intro())));
    lesson.steps().forEach(step -> lines.addAll(new HandoutStep(number, step).task()));
    return lines;
  }

  /** Returns the hints of all steps; empty if there are none. */
  List<String> hints() {
    return appendixSection("hints-", step -> new HandoutStep(number, step).hints());
  }

  /** Returns solutions, answers of quizzes and debriefs; empty if there are none. */
  List<String> answers() {
    return appendixSection("answers-", step -> new HandoutStep(number, step).answers());
  }

  private List<String> appendixSection(String anchor, Function<Step, List<String>> of) {
    List<String> parts = lesson.steps().stream().map(of).flatMap(List::stream).toList();
    if (parts.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of("[#" + anchor + number + "]", "=== " + title(), ""));
    lines.addAll(parts);
    return lines;
  }

  private String title() {
    return number + ". " + AsciidocEscaper.inline(lesson.title());
  }
}
