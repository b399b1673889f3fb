package dev.deckhand.workshop.service;

import java.util.List;

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
        public void remove() {
          // there is nothing
        }
      };

  /** What the instructor should know, a sentence for each. */
  List<String> problems();

  /** Removes it, after the last seat. */
  void remove();
}
