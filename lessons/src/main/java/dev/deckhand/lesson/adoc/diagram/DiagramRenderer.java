package dev.deckhand.lesson.adoc.diagram;

import dev.deckhand.lesson.Png;
import java.util.List;

/** Draws diagrams that are written as text. */
public interface DiagramRenderer extends AutoCloseable {

  /** Draws nothing, and finds nothing wrong. */
  DiagramRenderer NONE = _ -> new Rendering.Unavailable("nobody draws here");

  /** Draws a diagram from the lines between its delimiters. */
  Rendering render(List<String> source);

  /** Ends what it draws with; it may draw again afterwards. */
  @Override
  default void close() {}

  /** What came of a diagram. */
  sealed interface Rendering {

    /**
     * It is drawn.
     *
     * @param asciiArt the same made of letters; empty where only an image can show it
     */
    record Rendered(Png image, List<String> asciiArt) implements Rendering {
      public Rendered {
        asciiArt = List.copyOf(asciiArt);
      }
    }

    /**
     * It cannot be drawn as it is written.
     *
     * @param line counted from 1 in the source; 0 for the whole
     * @param message in a sentence
     */
    record Rejected(int line, String message, String remedy) implements Rendering {}

    /** Nothing can be drawn on this machine, whatever is written. */
    record Unavailable(String reason) implements Rendering {}
  }
}
