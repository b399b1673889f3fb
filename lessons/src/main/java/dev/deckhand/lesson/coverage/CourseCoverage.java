package dev.deckhand.lesson.coverage;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Keyword;
import dev.deckhand.lesson.LessonId;
import java.util.List;

/**
 * Which steps teach what the source texts describe.
 *
 * @param curriculum all lessons, planned ones included, in order
 */
public record CourseCoverage(List<LessonId> curriculum, List<SourceText> texts) {

  /** No coverage is known. */
  public static final CourseCoverage NONE = new CourseCoverage(List.of(), List.of());

  public CourseCoverage {
    curriculum = List.copyOf(curriculum);
    texts = List.copyOf(texts);
  }

  /** Whether no coverage is known. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /**
   * A source text.
   *
   * @param name a short name
   */
  public record SourceText(String name, String title, List<Topic> topics) {
    public SourceText {
      topics = List.copyOf(topics);
    }
  }

  /**
   * Something that a text describes.
   *
   * @param steps existing steps
   * @param plannedLessons lessons that don't exist yet
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

  /** The kind of a topic. */
  public enum TopicKind implements Keyword {
    /** A component: a daemon, an object, a tool. */
    SYSTEM,
    /** A concept: how components work together. */
    CONCEPT
  }

  /**
   * A reference to a step.
   *
   * @param step counted from 1
   */
  public record StepReference(LessonId lesson, int step, String title) {}
}
