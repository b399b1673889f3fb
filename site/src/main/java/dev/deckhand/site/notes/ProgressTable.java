package dev.deckhand.site.notes;

import dev.deckhand.site.notes.Portfolio.LessonWork;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** How far a learner came in a course: a row for each lesson, and one for all. */
final class ProgressTable {

  static final List<String> COLUMNS = List.of("Lesson", "State", "Steps", "Hints", "Time");

  private ProgressTable() {}

  /**
   * Returns the table of a course.
   *
   * @param anchor where a lesson's notes are in the document
   */
  static NotesPart.Progress of(Portfolio.Course course, Function<LessonWork, String> anchor) {
    return new NotesPart.Progress(
        course.title(),
        course.lessons().stream().map(work -> row(work, anchor)).toList(),
        total(course.lessons()));
  }

  private static NotesPart.ProgressRow row(LessonWork work, Function<LessonWork, String> anchor) {
    return new NotesPart.ProgressRow(
        work.title(),
        work.begun() ? anchor.apply(work) : "",
        List.of(
            state(work),
            work.stepsDone() + " of " + work.steps(),
            work.begun() ? Integer.toString(work.hints()) : "",
            work.begun() ? time(work.time()) : ""));
  }

  private static NotesPart.ProgressRow total(List<LessonWork> all) {
    int done = all.stream().mapToInt(LessonWork::stepsDone).sum();
    int steps = all.stream().mapToInt(LessonWork::steps).sum();
    return new NotesPart.ProgressRow(
        "Together",
        "",
        List.of(
            all.stream().filter(LessonWork::finished).count() + " of " + all.size() + " finished",
            done + " of " + steps,
            Integer.toString(all.stream().mapToInt(LessonWork::hints).sum()),
            time(totalTime(all))));
  }

  static Duration totalTime(List<LessonWork> all) {
    return all.stream().map(LessonWork::time).reduce(Duration.ZERO, Duration::plus);
  }

  private static String state(LessonWork work) {
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
