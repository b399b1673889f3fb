package dev.deckhand.lesson;

import java.util.Locale;

/** What a lab may or may not be able to do. */
public enum Ability {
  DNS,
  INGRESS,
  METRICS,
  LOADBALANCER,
  TWO_NODES,
  INTERNET;

  /** The ability as it is written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
