package dev.deckhand.lab.image;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * An image that a lab itself runs on.
 *
 * @param name the wanted one: {@code rancher/k3s:v1.37.2-k3s1}
 * @param substitute the tag of our own image that is used instead if it's on the machine and the
 *     wanted one isn't; empty if only the wanted one will do
 */
public record LabImage(String name, String substitute) {

  /** An image that somebody chose, which nothing stands in for. */
  public static LabImage chosen(String name) {
    return new LabImage(name, "");
  }

  /** The tag of the one that is used; empty if neither is on the machine. */
  public Optional<String> localTag(Predicate<String> present) {
    return Optional.of(name)
        .filter(present)
        .or(() -> Optional.of(substitute).filter(tag -> !tag.isEmpty()).filter(present));
  }
}
