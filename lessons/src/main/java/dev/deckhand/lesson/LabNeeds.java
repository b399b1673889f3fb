package dev.deckhand.lesson;

import java.util.List;
import java.util.Set;

/**
 * What a lesson needs from its lab.
 *
 * @param labs empty for a lesson that needs none
 * @param images what the lab preloads, by the names that the lesson uses
 * @param namespace the namespace that the learner starts in
 */
public record LabNeeds(
    Set<LabKind> labs, List<String> images, Set<Ability> abilities, String namespace) {

  /** Nothing at all: reading and quizzes. */
  public static final LabNeeds NONE = new LabNeeds(Set.of(), List.of(), Set.of(), "default");

  public LabNeeds {
    labs = Set.copyOf(labs);
    images = List.copyOf(images);
    abilities = Set.copyOf(abilities);
  }
}
