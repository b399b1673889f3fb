package dev.deckhand.lesson.variable;

import java.util.List;

/**
 * A picture that all learners see in the same way.
 *
 * @param image the name of its PNG among the course's images
 * @param asciiArt the same for terminals that show no images; empty for none
 */
public record PictureReference(String image, List<String> asciiArt) {
  public PictureReference {
    asciiArt = List.copyOf(asciiArt);
  }
}
