package dev.deckhand.lesson.coverage;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.LessonId;
import java.util.List;

/**
 * Where that which the texts describe is taught.
 *
 * @param curriculum all lessons that there are to be, in their order
 */
public record CourseCoverage(List<LessonId> curriculum, List<SourceText> texts) {

  /** Where nothing is said about it. */
  public static final CourseCoverage NONE = new CourseCoverage(List.of(), List.of());

  public CourseCoverage {
    curriculum = List.copyOf(curriculum);
    texts = List.copyOf(texts);
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /**
   * One of the texts.
   *
   * @param name short, as it is filed
   */
  public record SourceText(String name, String title, List<Topic> topics) {
    public SourceText {
      topics = List.copyOf(topics);
    }
  }

  /**
   * One thing that a text describes.
   *
   * @param steps steps that are there
   * @param plannedLessons lessons that are not
   */
  public record Topic(
      TopicKind kind,
      String name,
      List<StepReference> steps,
      List<LessonId> plannedLessons,
      SourcePosition place) {
    public Topic {
      steps = List.copyOf(steps);
      plannedLessons = List.copyOf(plannedLessons);
    }
  }

  /** What kind of thing a text describes. */
  public enum TopicKind {
    /** A part that runs or is stored: a daemon, an object, a tool. */
    SYSTEM("system"),
    /** A way in which parts work together. */
    CONCEPT("concept");

    private final String keyword;

    TopicKind(String word) {
      this.keyword = word;
    }

    /** As it is written. */
    public String keyword() {
      return keyword;
    }
  }

  /**
   * A step, by its place in its lesson.
   *
   * @param step counted from 1
   */
  public record StepReference(LessonId lesson, int step, String title) {}
}
