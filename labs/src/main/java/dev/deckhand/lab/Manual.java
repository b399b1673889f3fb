package dev.deckhand.lab;

import dev.deckhand.manual.ManualLookupResult;

/** The reference of a lab's kinds of objects. Safe for use by several threads. */
public interface Manual {

  /**
   * Looks up a kind, or a field of one.
   *
   * @param path a kind by any of its names, and field names after it, with dots between: {@code
   *     deploy.spec.replicas}
   */
  ManualLookupResult lookUp(String path);
}
