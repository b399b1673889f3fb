package dev.deckhand.manual;

import java.util.List;

/** What came of asking for an entry. */
public sealed interface ManualLookupResult {

  /** It is there. */
  record Found(ManualEntry entry) implements ManualLookupResult {}

  /**
   * There is nothing of that name.
   *
   * @param name the part of the path that nobody knows
   * @param parent where it was looked for; empty for a kind
   * @param suggestions the names that come nearest, the nearest first; may be empty
   */
  record NotFound(String name, String parent, List<String> suggestions)
      implements ManualLookupResult {
    public NotFound {
      suggestions = List.copyOf(suggestions);
    }
  }

  /**
   * Nobody is there to be asked.
   *
   * @param reason a sentence
   */
  record Unavailable(String reason) implements ManualLookupResult {}
}
