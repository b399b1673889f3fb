package dev.deckhand.lab.preflight;

import java.util.Set;

/** Whether images can be pulled. */
enum RegistryFact {
  ANSWERS,
  SILENT,
  UNKNOWN;

  private static final String TITLE = "Image registry";

  static Finding finding(RegistryTrial trial, String obstacle) {
    return obstacle.isEmpty()
        ? Finding.ok("registry", TITLE, trial.host() + " answers", Set.of())
        : Finding.warning(
            "registry",
            TITLE,
            trial.host() + " is out of reach: " + obstacle,
            "Labs use the images that are here, and deckhand setup builds what is missing from packages.",
            Set.of());
  }

  static Finding unknown(String why) {
    return Finding.unknown("registry", TITLE, why, Set.of());
  }
}
