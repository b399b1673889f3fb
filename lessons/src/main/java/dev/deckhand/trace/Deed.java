package dev.deckhand.trace;

import java.util.List;

/** What somebody did to a thing. */
public sealed interface Deed {

  Thing thing();

  /**
   * Asked the API server for something.
   *
   * @param verb the API's own: create, get, patch
   * @param subresource {@code scale}, {@code exec}; empty for none
   */
  record Asked(Thing thing, String verb, String subresource) implements Deed {

    /** Whether it asked to be shown, and not to have anything done. */
    public boolean reads() {
      return Verbs.reads(verb);
    }
  }

  /**
   * Made it.
   *
   * @param manager who the object's fields belong to by its own record; empty where nobody knows
   */
  record Created(Thing thing, String manager) implements Deed {}

  /** Changed what is wanted of it; without changes where nobody knows which. */
  record Changed(Thing thing, List<Change> changes, String manager) implements Deed {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  record Deleted(Thing thing) implements Deed {}

  /** Checked a request and wrote nothing: a dry run, or a door into a Pod. */
  record Passed(Thing thing, String subresource) implements Deed {}

  /** Gave a Pod its node. */
  record Bound(Thing thing, String node) implements Deed {}

  /**
   * Wrote down how it is.
   *
   * @param standing in the words of the API: {@code Running, ready 1/1}; empty where nobody knows
   */
  record Reported(Thing thing, String standing) implements Deed {}

  /**
   * Said what it did, or what is wrong, by an event.
   *
   * @param reason {@code Pulled}, {@code FailedScheduling}
   */
  record Told(Thing thing, String reason, String message, boolean warning) implements Deed {}

  /**
   * Called an engine's API.
   *
   * @param path without the version, and without what may be secret
   */
  record Called(Thing thing, String method, String path) implements Deed {}

  /**
   * An engine did it.
   *
   * @param action {@code create}, {@code start}, {@code die}
   * @param detail {@code exit code 1}; empty where there is none
   */
  record Happened(Thing thing, String action, String detail) implements Deed {}

  /** Whether it changed what is wanted, and not only what is known. */
  default boolean decides() {
    return switch (this) {
      case Created _, Changed _, Deleted _, Bound _ -> true;
      case Asked _, Passed _, Reported _, Told _, Called _, Happened _ -> false;
    };
  }
}
