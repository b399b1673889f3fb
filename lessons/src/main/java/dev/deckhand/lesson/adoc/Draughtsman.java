package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Png;
import java.util.List;

/** Draws diagrams that are written as text. */
public interface Draughtsman extends AutoCloseable {

  /** Draws nothing, and finds nothing wrong. */
  Draughtsman NONE = _ -> new Drawing.Unable("nobody draws here");

  /** Draws a diagram from the lines between its delimiters. */
  Drawing draw(List<String> source);

  /** Ends what it draws with; it may draw again afterwards. */
  @Override
  default void close() {}

  /** What came of a diagram. */
  sealed interface Drawing {

    /**
     * It is drawn.
     *
     * @param letters the same made of letters; empty where only an image can show it
     */
    record Drawn(Png image, List<String> letters) implements Drawing {
      public Drawn {
        letters = List.copyOf(letters);
      }
    }

    /**
     * It cannot be drawn as it is written.
     *
     * @param line counted from 1 in the source; 0 for the whole
     * @param why in a sentence
     */
    record Refused(int line, String why, String remedy) implements Drawing {}

    /** Nothing can be drawn on this machine, whatever is written. */
    record Unable(String why) implements Drawing {}
  }
}
