package dev.deckhand.workshop.service;

import java.util.List;
import java.util.Set;

/** What the labs of a class have in common. Thread-safe. */
public interface ClassLabs {

  /** Nothing. */
  ClassLabs NONE =
      new ClassLabs() {
        @Override
        public List<String> problems() {
          return List.of();
        }

        @Override
        public void removeExcept(Set<String> namespaces) {
          // there is nothing
        }

        @Override
        public void remove() {
          // there is nothing
        }
      };

  /** What the instructor should know, a sentence for each. */
  List<String> problems();

  /**
   * Removes what learners left who aren't there any more, without waiting for that. Called before
   * the first seat.
   *
   * @param namespaces the names of those that stay
   * @throws dev.deckhand.lab.LabFault if that isn't known
   */
  void removeExcept(Set<String> namespaces) throws InterruptedException;

  /** Removes it, after the last seat. */
  void remove();
}
