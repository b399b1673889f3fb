package dev.deckhand.lab.preflight;

import java.util.Set;

/** Whether images can be pulled. */
public enum RegistryStatus {
  REACHABLE,
  UNREACHABLE,
  UNKNOWN;

  private static final String TITLE = "Image registry";

  static MachineFinding finding(RegistryProbe trial, String obstacle) {
    return obstacle.isEmpty()
        ? MachineFinding.ok("registry", TITLE, trial.host() + " answers", Set.of())
        : MachineFinding.warning(
            "registry",
            TITLE,
            trial.host() + " is out of reach: " + obstacle,
            "Labs use the images that are here, and deckhand setup builds what is missing from packages.",
            Set.of());
  }

  static MachineFinding unknown(String why) {
    return MachineFinding.unknown("registry", TITLE, why, Set.of());
  }
}
