package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.List;

/** Where the pictures of a file come from. */
public interface PictureSource {

  /** Finds a picture, and returns its name; empty, with a finding, if it can't be shown. */
  String load(String target, SourcePosition where);

  /**
   * Renders a diagram; nothing, with a finding, if it can't be rendered.
   *
   * @param content the line of the source's first line in the file
   */
  RenderedDiagram render(List<String> source, SourcePosition where, int content);

  /** The name of a diagram's image, and its ASCII art. */
  record RenderedDiagram(String name, List<String> asciiArt) {
    static final RenderedDiagram NONE = new RenderedDiagram("", List.of());

    public RenderedDiagram {
      asciiArt = List.copyOf(asciiArt);
    }
  }
}
