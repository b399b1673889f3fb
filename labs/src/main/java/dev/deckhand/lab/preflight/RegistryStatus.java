package dev.deckhand.lab.preflight;

import java.util.Set;

/** Whether images can be pulled. */
public enum RegistryStatus {
  REACHABLE,
  UNREACHABLE,
  UNKNOWN;

  private static final String TITLE = "Image registry";

  static MachineFinding finding(RegistryProbe probe, String obstacle) {
    return obstacle.isEmpty()
        ? MachineFinding.ok("registry", TITLE, probe.host() + " answers", Set.of())
        : MachineFinding.warning(
            "registry",
            TITLE,
            probe.host() + " can't be reached: " + obstacle,
            "Labs use the images on this machine, and deckhand setup builds missing ones from"
                + " packages.",
            Set.of());
  }

  static MachineFinding unknown(String why) {
    return MachineFinding.unknown("registry", TITLE, why, Set.of());
  }
}
