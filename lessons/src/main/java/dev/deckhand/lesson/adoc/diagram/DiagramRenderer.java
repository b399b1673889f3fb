package dev.deckhand.lesson.adoc.diagram;

import dev.deckhand.lesson.Png;
import java.util.List;

/** Renders diagrams from text. */
public interface DiagramRenderer extends AutoCloseable {

  /** Renders nothing. */
  DiagramRenderer NONE = _ -> new Rendering.Unavailable("nobody draws here");

  /** Renders a diagram from the lines between its delimiters. */
  Rendering render(List<String> source);

  /** Ends its processes; rendering again restarts them. */
  @Override
  default void close() {}

  /** The result of rendering. */
  sealed interface Rendering {

    /**
     * The diagram was rendered.
     *
     * @param asciiArt the same as ASCII art; empty if there is none
     */
    record Rendered(Png image, List<String> asciiArt) implements Rendering {
      public Rendered {
        asciiArt = List.copyOf(asciiArt);
      }
    }

    /**
     * The source is invalid.
     *
     * @param line counted from 1 in the source; 0 for the whole
     * @param message in a sentence
     */
    record Rejected(int line, String message, String remedy) implements Rendering {}

    /** This machine can't render any diagram. */
    record Unavailable(String reason) implements Rendering {}
  }
}
