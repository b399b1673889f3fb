package dev.deckhand.lesson.coverage;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.LessonId;
import java.util.List;

/**
 * Where that which the texts describe is taught.
 *
 * @param curriculum all lessons that there are to be, in their order
 */
public record Coverage(List<LessonId> curriculum, List<Text> texts) {

  /** Where nothing is said about it. */
  public static final Coverage NONE = new Coverage(List.of(), List.of());

  public Coverage {
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
  public record Text(String name, String title, List<Topic> topics) {
    public Text {
      topics = List.copyOf(topics);
    }
  }

  /**
   * One thing that a text describes.
   *
   * @param taught steps that are there
   * @param toCome lessons that are not
   */
  public record Topic(
      Kind kind, String name, List<Taught> taught, List<LessonId> toCome, Place place) {
    public Topic {
      taught = List.copyOf(taught);
      toCome = List.copyOf(toCome);
    }
  }

  /** What kind of thing a text describes. */
  public enum Kind {
    /** A part that runs or is stored: a daemon, an object, a tool. */
    SYSTEM("system"),
    /** A way in which parts work together. */
    CONCEPT("concept");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }

  /**
   * A step, by its place in its lesson.
   *
   * @param step counted from 1
   */
  public record Taught(LessonId lesson, int step, String title) {}
}
