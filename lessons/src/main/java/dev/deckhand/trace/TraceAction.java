package dev.deckhand.trace;

import java.util.List;

/** What somebody did to a thing. */
public sealed interface TraceAction {

  ObjectReference object();

  /**
   * Asked the API server for something.
   *
   * @param verb the API's own: create, get, patch
   * @param subresource {@code scale}, {@code exec}; empty for none
   */
  record Requested(ObjectReference object, String verb, String subresource) implements TraceAction {

    /** Whether it asked to be shown, and not to have anything done. */
    public boolean isRead() {
      return ApiVerbs.isRead(verb);
    }
  }

  /**
   * Made it.
   *
   * @param manager who the object's fields belong to by its own record; empty where nobody knows
   */
  record Created(ObjectReference object, String manager) implements TraceAction {}

  /** Changed what is wanted of it; without changes where nobody knows which. */
  record Changed(ObjectReference object, List<FieldChange> changes, String manager)
      implements TraceAction {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  record Deleted(ObjectReference object) implements TraceAction {}

  /** Checked a request and wrote nothing: a dry run, or a door into a Pod. */
  record PassedThrough(ObjectReference object, String subresource) implements TraceAction {}

  /** Gave a Pod its node. */
  record Bound(ObjectReference object, String node) implements TraceAction {}

  /**
   * Wrote down how it is.
   *
   * @param status in the words of the API: {@code Running, ready 1/1}; empty where nobody knows
   */
  record StatusReported(ObjectReference object, String status) implements TraceAction {}

  /**
   * Said what it did, or what is wrong, by an event.
   *
   * @param reason {@code Pulled}, {@code FailedScheduling}
   */
  record EventReported(ObjectReference object, String reason, String message, boolean warning)
      implements TraceAction {}

  /**
   * Called an engine's API.
   *
   * @param path without the version, and without what may be secret
   */
  record EngineCalled(ObjectReference object, String method, String path) implements TraceAction {}

  /**
   * An engine did it.
   *
   * @param action {@code create}, {@code start}, {@code die}
   * @param detail {@code exit code 1}; empty where there is none
   */
  record EngineActed(ObjectReference object, String action, String detail) implements TraceAction {}

  /** Whether it changed what is wanted, and not only what is known. */
  default boolean changesDesiredState() {
    return switch (this) {
      case Created _, Changed _, Deleted _, Bound _ -> true;
      case Requested _,
          PassedThrough _,
          StatusReported _,
          EventReported _,
          EngineCalled _,
          EngineActed _ ->
          false;
    };
  }
}
