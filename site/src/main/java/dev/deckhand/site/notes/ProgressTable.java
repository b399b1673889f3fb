package dev.deckhand.site.notes;

import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.notes.Portfolio.LessonWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How far a learner came in a course: a line for each lesson, and one for all. */
final class ProgressTable {

  private ProgressTable() {}

  /**
   * Returns a table, with an empty line at the end.
   *
   * @param anchor where a lesson's notes are in the document
   */
  static List<String> lines(Portfolio.Course course, Function<LessonWork, String> anchor) {
    var lines =
        new ArrayList<>(
            List.of(
                "." + AsciidocEscaper.line(course.title()),
                "[cols=\"6,3,2,2,2\",options=header]",
                "|===",
                "|Lesson |State |Steps |Hints |Time"));
    for (LessonWork lessonWork : course.lessons()) {
      lines.add(
          row(
              lessonWork.begun()
                  ? link(anchor.apply(lessonWork), lessonWork.title())
                  : AsciidocEscaper.line(lessonWork.title()),
              state(lessonWork),
              lessonWork.stepsDone() + " of " + lessonWork.steps(),
              lessonWork.begun() ? Integer.toString(lessonWork.hints()) : "",
              lessonWork.begun() ? time(lessonWork.time()) : ""));
    }
    lines.add(totals(course.lessons()));
    lines.addAll(List.of("|===", ""));
    return lines;
  }

  private static String totals(List<LessonWork> all) {
    int done = all.stream().mapToInt(LessonWork::stepsDone).sum();
    int steps = all.stream().mapToInt(LessonWork::steps).sum();
    return row(
        "**Together**",
        all.stream().filter(LessonWork::finished).count() + " of " + all.size() + " finished",
        done + " of " + steps,
        Integer.toString(all.stream().mapToInt(LessonWork::hints).sum()),
        time(total(all)));
  }

  static Duration total(List<LessonWork> all) {
    return all.stream().map(LessonWork::time).reduce(Duration.ZERO, Duration::plus);
  }

  private static String row(String... cells) {
    return "|" + String.join(" |", cells);
  }

  /** A comma would end the text of a link. */
  private static String link(String anchor, String text) {
    return "link:#" + anchor + "[" + AsciidocEscaper.inline(text).replace(",", "&#44;") + "]";
  }

  private static String state(LessonWork lessonWork) {
    return lessonWork.finished() ? "finished" : lessonWork.begun() ? "under way" : "not begun";
  }

  /** Short, for a column: {@code 5 min}, {@code 1 h 20 min}. */
  static String time(Duration time) {
    long minutes = time.plusSeconds(30).toMinutes();
    if (minutes < 60) {
      return minutes == 0 && !time.isZero() ? "1 min" : minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }
}
