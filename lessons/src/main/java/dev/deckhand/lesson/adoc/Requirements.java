package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.lesson.lint.Remedies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds lessons that require what is not there, or each other, and ids that are taken twice. */
final class Requirements {

  private final Map<String, Lesson> lessons = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private final Shelf shelf;

  private Requirements(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Reviews courses together.
   *
   * @param shelf where the files' attributes stand
   * @param all whether these are all courses there are; otherwise lessons of others are not missed
   */
  static List<Finding> among(Collection<CompiledCourse> courses, Shelf shelf, boolean all) {
    var review = new Requirements(shelf);
    Set<String> complete = new HashSet<>();
    for (CompiledCourse course : courses) {
      complete.add(course.card().id());
      course.lessons().forEach(review::register);
    }
    for (Lesson lesson : review.lessons.values()) {
      lesson.requires().stream()
          .filter(required -> all || complete.contains(LessonId.of(required).course()))
          .forEach(required -> review.known(lesson, required));
      review.cycle(lesson);
    }
    return review.findings;
  }

  private void register(Lesson lesson) {
    Lesson other = lessons.putIfAbsent(lesson.id().toString(), lesson);
    if (other != null) {
      findings.add(
          Finding.error(
              shelf.of("id", lesson),
              "The id \"" + lesson.id() + "\" is taken by " + other.file() + ".",
              "Give one of the two another \":id:\"."));
    }
  }

  private void known(Lesson lesson, String required) {
    if (!lessons.containsKey(required) && !shelf.isUnread(required)) {
      var others = new ArrayList<>(lessons.keySet());
      others.remove(lesson.id().toString());
      // a warning: a course grows lesson by lesson, and may name what is still to be written
      findings.add(
          Finding.warning(
              shelf.of("requires", lesson),
              "It requires the lesson \"" + required + "\", which is not there.",
              dev.deckhand.check.Nearest.to(required, others)
                  .map(_ -> Remedies.choose(required, others))
                  .orElse("Write that lesson, or take it out of \":requires:\".")));
    }
  }

  private void cycle(Lesson lesson) {
    String self = lesson.id().toString();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(lesson.requires());
    while (!open.isEmpty()) {
      String required = open.remove();
      if (required.equals(self)) {
        findings.add(
            Finding.error(
                shelf.of("requires", lesson),
                "The lesson requires itself, by way of those that it requires.",
                "Take one of them out of \":requires:\"."));
        return;
      }
      Lesson next = lessons.get(required);
      if (seen.add(required) && next != null) {
        open.addAll(next.requires());
      }
    }
  }
}
