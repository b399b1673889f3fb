package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.lint.Remedies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds missing and circular requirements, and duplicate ids. */
final class RequirementValidator {

  private final Map<String, Lesson> lessons = new LinkedHashMap<>();
  private final List<LintFinding> lintFindings = new ArrayList<>();

  private final LessonFileIndex lessonFiles;

  private RequirementValidator(LessonFileIndex lessonFileIndex) {
    this.lessonFiles = lessonFileIndex;
  }

  /**
   * Validates courses together.
   *
   * @param lessonFileIndex the places of header attributes
   * @param all whether these are all courses; otherwise lessons of other courses aren't looked for
   */
  static List<LintFinding> validate(
      Collection<CompiledCourse> courses, LessonFileIndex lessonFileIndex, boolean all) {
    var review = new RequirementValidator(lessonFileIndex);
    Set<String> complete = new HashSet<>();
    for (CompiledCourse course : courses) {
      complete.add(course.card().id());
      course.lessons().forEach(review::register);
    }
    for (Lesson lesson : review.lessons.values()) {
      lesson.requires().stream()
          .filter(required -> all || complete.contains(LessonId.of(required).course()))
          .forEach(required -> review.checkExists(lesson, required));
      review.checkCycle(lesson);
    }
    return review.lintFindings;
  }

  private void register(Lesson lesson) {
    Lesson other = lessons.putIfAbsent(lesson.id().toString(), lesson);
    if (other != null) {
      lintFindings.add(
          LintFinding.error(
              lessonFiles.placeOf("id", lesson),
              "The id \"" + lesson.id() + "\" is taken by " + other.file() + ".",
              "Give one of the two another \":id:\"."));
    }
  }

  private void checkExists(Lesson lesson, String required) {
    if (!lessons.containsKey(required) && !lessonFiles.isUnreadable(required)) {
      var others = new ArrayList<>(lessons.keySet());
      others.remove(lesson.id().toString());
      // only a warning: it may name a lesson that isn't written yet
      lintFindings.add(
          LintFinding.warning(
              lessonFiles.placeOf("requires", lesson),
              "It requires the lesson \"" + required + "\", which is not there.",
              dev.deckhand.check.diagnostic.SpellingSuggester.suggest(required, others)
                  .map(_ -> Remedies.suggest(required, others))
                  .orElse("Write that lesson, or take it out of \":requires:\".")));
    }
  }

  private void checkCycle(Lesson lesson) {
    String self = lesson.id().toString();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(lesson.requires());
    while (!open.isEmpty()) {
      String required = open.remove();
      if (required.equals(self)) {
        lintFindings.add(
            LintFinding.error(
                lessonFiles.placeOf("requires", lesson),
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
