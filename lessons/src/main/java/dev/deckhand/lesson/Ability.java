package dev.deckhand.lesson;

import java.util.Locale;

/** A capability that not every lab has. */
public enum Ability {
  DNS,
  INGRESS,
  METRICS,
  LOADBALANCER,
  TWO_NODES,
  INTERNET;

  /** The ability as written in a lesson's header. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
