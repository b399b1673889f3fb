package dev.deckhand.trace;

import java.util.List;

/** What an actor did to an object. */
public sealed interface TraceAction {

  ObjectReference object();

  /**
   * Sent a request to the API server.
   *
   * @param verb the verb of the API: create, get, patch
   * @param subresource {@code scale}, {@code exec}; empty for none
   */
  record Requested(ObjectReference object, String verb, String subresource) implements TraceAction {

    /** Whether the request only reads. */
    public boolean isRead() {
      return ApiVerbs.isRead(verb);
    }
  }

  /**
   * Created it.
   *
   * @param manager the field manager that wrote the object; empty if unknown
   */
  record Created(ObjectReference object, String manager) implements TraceAction {}

  /** Changed its spec or metadata; the list is empty if the changes are unknown. */
  record Changed(ObjectReference object, List<FieldChange> changes, String manager)
      implements TraceAction {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  record Deleted(ObjectReference object) implements TraceAction {}

  /** Passed a request without writing: a dry run, or a connection to a Pod. */
  record PassedThrough(ObjectReference object, String subresource) implements TraceAction {}

  /** Assigned a node to a Pod. */
  record Bound(ObjectReference object, String node) implements TraceAction {}

  /**
   * Wrote its status.
   *
   * @param status the summary: {@code Running, ready 1/1}; empty if unknown
   */
  record StatusReported(ObjectReference object, String status) implements TraceAction {}

  /**
   * Reported an action or a problem by an event.
   *
   * @param reason {@code Pulled}, {@code FailedScheduling}
   */
  record EventReported(ObjectReference object, String reason, String message, boolean warning)
      implements TraceAction {}

  /**
   * Called the API of an engine.
   *
   * @param path the path without version and secrets
   */
  record EngineCalled(ObjectReference object, String method, String path) implements TraceAction {}

  /**
   * The engine acted on it.
   *
   * @param action {@code create}, {@code start}, {@code die}
   * @param detail {@code exit code 1}; empty for none
   */
  record EngineActed(ObjectReference object, String action, String detail) implements TraceAction {}

  /** Whether it changed what is wanted, and not only a status. */
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
