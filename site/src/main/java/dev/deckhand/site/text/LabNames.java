package dev.deckhand.site.text;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.stream.Collectors;

/** What lessons run in, in words. */
public final class LabNames {

  private LabNames() {}

  /**
   * Returns the names of all labs.
   *
   * @param none what to say where there is no lab
   */
  public static String of(LabNeeds needs, String none) {
    return needs.labs().isEmpty()
        ? none
        : needs.labs().stream().sorted().map(LabNames::of).collect(Collectors.joining(", "));
  }

  private static String of(LabKind kind) {
    return switch (kind) {
      case DOCKER -> "a Docker engine";
      case KUBERNETES -> "a Kubernetes cluster";
      case JAVA -> "JShell";
    };
  }
}
