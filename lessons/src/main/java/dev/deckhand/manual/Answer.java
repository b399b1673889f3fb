package dev.deckhand.manual;

import java.util.List;

/** What came of asking for an entry. */
public sealed interface Answer {

  /** It is there. */
  record Found(Entry entry) implements Answer {}

  /**
   * There is nothing of that name.
   *
   * @param what the part of the path that nobody knows
   * @param within where it was looked for; empty for a kind
   * @param near the names that come nearest, the nearest first; may be empty
   */
  record Unknown(String what, String within, List<String> near) implements Answer {
    public Unknown {
      near = List.copyOf(near);
    }
  }

  /**
   * Nobody is there to be asked.
   *
   * @param why a sentence
   */
  record Silent(String why) implements Answer {}
}
