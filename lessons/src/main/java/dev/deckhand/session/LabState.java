package dev.deckhand.session;

import dev.deckhand.lesson.Ability;
import java.util.Set;

/** How the lab is, as far as the session was told. */
public sealed interface LabState {

  /** The lesson needs none. */
  record NotNeeded() implements LabState {}

  /** It is being started. */
  record Booting() implements LabState {}

  /** It is there. */
  record Ready(Set<Ability> abilities) implements LabState {
    public Ready {
      abilities = Set.copyOf(abilities);
    }
  }

  /** It cannot be had, or it was there and is gone: what can be done without it goes on. */
  record Unavailable(String reason, String remedy) implements LabState {}

  /** Whether commands can run and checks can look. */
  default boolean usable() {
    return switch (this) {
      case NotNeeded _, Ready _ -> true;
      case Booting _, Unavailable _ -> false;
    };
  }
}
