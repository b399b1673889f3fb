package dev.deckhand.shell.trial;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.trial.TrialResult.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How thoroughly a lesson is tested, and why.
 *
 * @param full whether all its trials run; otherwise only those of {@link #BASIC}
 * @param reason a phrase, such as {@code "its file has changed"}
 */
public record LessonDepth(Lesson lesson, boolean full, String reason) {

  /** What is tried of every lesson: that it can be solved, and starts over. */
  public static final Set<Rule> BASIC = Set.of(Rule.RED_BEFORE, Rule.RESET, Rule.GREEN_AFTER);

  /** All lessons in full. */
  public static List<LessonDepth> allFull(List<Lesson> lessons) {
    return lessons.stream().map(lesson -> new LessonDepth(lesson, true, "asked for")).toList();
  }

  /**
   * In full what has changed, and the share of a rotation; the others basically. In the order of
   * the lessons.
   *
   * @param changedFiles paths from the root of the repository, with slashes
   * @param rotation null for none
   */
  public static List<LessonDepth> byChange(
      List<Lesson> lessons, List<String> changedFiles, @Nullable Rotation rotation) {
    List<Lesson> ordered = new ArrayList<>(lessons);
    ordered.sort(Comparator.comparing(lesson -> lesson.id().toString()));
    return lessons.stream()
        .map(lesson -> depth(lesson, ordered.indexOf(lesson), changedFiles, rotation))
        .toList();
  }

  private static LessonDepth depth(
      Lesson lesson, int place, List<String> changedFiles, @Nullable Rotation rotation) {
    if (changedFiles.stream().anyMatch(file -> isFileOf(lesson, file))) {
      return new LessonDepth(lesson, true, "its file has changed");
    }
    var code = ChangedCode.affecting(lesson, changedFiles);
    if (code.isPresent()) {
      return new LessonDepth(lesson, true, code.get() + " has changed, which judges its checks");
    }
    return rotation != null && rotation.includes(place)
        ? new LessonDepth(lesson, true, "its turn in the rotation")
        : new LessonDepth(lesson, false, "not changed");
  }

  /** A lesson names its file from the folder of courses, or as its author did. */
  private static boolean isFileOf(Lesson lesson, String changedFile) {
    String own = lesson.file().replace('\\', '/');
    return changedFile.equals(own)
        || changedFile.endsWith("/" + own)
        || own.endsWith("/" + changedFile);
  }

  /** Narrows the trials that were asked for to those of this depth. */
  public TrialSelection narrow(TrialSelection all) {
    return full ? all : new TrialSelection(BASIC, all.steps(), false);
  }
}
