package dev.deckhand.site;

import dev.deckhand.site.Portfolio.Work;
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
  static List<String> lines(Portfolio.Course course, Function<Work, String> anchor) {
    var lines =
        new ArrayList<>(
            List.of(
                "." + Escape.line(course.title()),
                "[cols=\"6,3,2,2,2\",options=header]",
                "|===",
                "|Lesson |State |Steps |Hints |Time"));
    for (Work work : course.lessons()) {
      lines.add(
          row(
              work.begun() ? link(anchor.apply(work), work.title()) : Escape.line(work.title()),
              state(work),
              work.done() + " of " + work.steps(),
              work.begun() ? Integer.toString(work.hints()) : "",
              work.begun() ? time(work.time()) : ""));
    }
    lines.add(together(course.lessons()));
    lines.addAll(List.of("|===", ""));
    return lines;
  }

  private static String together(List<Work> all) {
    int done = all.stream().mapToInt(Work::done).sum();
    int steps = all.stream().mapToInt(Work::steps).sum();
    return row(
        "**Together**",
        all.stream().filter(Work::finished).count() + " of " + all.size() + " finished",
        done + " of " + steps,
        Integer.toString(all.stream().mapToInt(Work::hints).sum()),
        time(total(all)));
  }

  static Duration total(List<Work> all) {
    return all.stream().map(Work::time).reduce(Duration.ZERO, Duration::plus);
  }

  private static String row(String... cells) {
    return "|" + String.join(" |", cells);
  }

  /** A comma would end the text of a link. */
  private static String link(String anchor, String text) {
    return "link:#" + anchor + "[" + Escape.words(text).replace(",", "&#44;") + "]";
  }

  private static String state(Work work) {
    return work.finished() ? "finished" : work.begun() ? "under way" : "not begun";
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
