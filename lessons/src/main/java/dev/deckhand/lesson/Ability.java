package dev.deckhand.lesson;

/** A capability that not every lab has. */
public enum Ability implements Keyword {
  DNS,
  INGRESS,
  METRICS,
  LOADBALANCER,
  TWO_NODES,
  INTERNET
}
