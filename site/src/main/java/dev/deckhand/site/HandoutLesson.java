package dev.deckhand.site;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A lesson in a handout: its chapter, and what stands of it in the appendices.
 *
 * @param number of the chapter, from 1
 */
record HandoutLesson(int number, Lesson lesson) {

  /** Returns what the learner works with. */
  List<String> chapter() {
    var lines = new ArrayList<>(List.of("[#lesson-" + number + "]", "== " + title(), ""));
    lines.addAll(List.of("[.facts]", "{empty}" + Handout.needs(lesson), ""));
    lines.addAll(Blocks.lines(Pictured.once(lesson.intro())));
    lesson.steps().forEach(step -> lines.addAll(new HandoutStep(number, step).task()));
    return lines;
  }

  /** Returns the hints of all steps; nothing where there are none. */
  List<String> hints() {
    return part("hints-", step -> new HandoutStep(number, step).hints());
  }

  /** Returns solutions, answers of quizzes and debriefs; nothing where there are none. */
  List<String> answers() {
    return part("answers-", step -> new HandoutStep(number, step).answers());
  }

  private List<String> part(String anchor, Function<Step, List<String>> of) {
    List<String> parts = lesson.steps().stream().map(of).flatMap(List::stream).toList();
    if (parts.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of("[#" + anchor + number + "]", "=== " + title(), ""));
    lines.addAll(parts);
    return lines;
  }

  private String title() {
    return number + ". " + Escape.words(lesson.title());
  }
}
