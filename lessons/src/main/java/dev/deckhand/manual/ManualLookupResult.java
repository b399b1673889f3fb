package dev.deckhand.manual;

import java.util.List;

/** The result of looking up an entry. */
public sealed interface ManualLookupResult {

  /** The entry exists. */
  record Found(ManualEntry entry) implements ManualLookupResult {}

  /**
   * There is no such kind or field.
   *
   * @param name the unknown part of the path
   * @param parent the path that should contain it; empty for a kind
   * @param suggestions similar names, the nearest first; may be empty
   */
  record NotFound(String name, String parent, List<String> suggestions)
      implements ManualLookupResult {
    public NotFound {
      suggestions = List.copyOf(suggestions);
    }
  }

  /**
   * The documentation can't be read.
   *
   * @param reason why, in a sentence
   */
  record Unavailable(String reason) implements ManualLookupResult {}
}
