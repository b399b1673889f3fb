package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import java.time.Instant;

/** A record of something that happened, as a server kept it. */
public sealed interface ActivityRecord {

  /** The same for all records of one event. */
  String id();

  /** When it reached the server. */
  Instant at();

  /**
   * A request to an API server: an entry of its audit log.
   *
   * @param agent the user agent of the program
   * @param resource {@code deployments}
   * @param subresource {@code status}; empty for none
   * @param answeredAt when the answer was sent
   * @param status an HTTP status; 0 if unknown
   * @param dryRun whether it was a dry run
   * @param requestObject the object in the request, as far as the log keeps it
   * @param responseObject the object in the answer, as far as the log keeps it
   */
  record ApiRequest(
      String id,
      String user,
      String agent,
      String verb,
      String resource,
      String subresource,
      String namespace,
      String name,
      Instant at,
      Instant answeredAt,
      int status,
      String reason,
      boolean dryRun,
      DataNode requestObject,
      DataNode responseObject)
      implements ActivityRecord {}

  /**
   * A call of the engine's API by a program of the learner.
   *
   * @param program its user agent
   * @param path the path without version and query
   * @param name the name or image in the query; empty for none
   * @param answeredAt when the answer began; before that, the time of the call
   * @param status an HTTP status; 0 before the answer
   */
  record EngineCall(
      String id,
      String program,
      String method,
      String path,
      String name,
      Instant at,
      Instant answeredAt,
      int status)
      implements ActivityRecord {}

  /**
   * An event of an engine.
   *
   * @param type container, image, network, volume
   * @param objectId the id of the object
   * @param name the name of the object; its id if it has none
   * @param relatedId the id of the container for events of networks and volumes, or of the exec
   *     that caused the event; empty for none
   */
  record EngineEvent(
      String id,
      String type,
      String action,
      String objectId,
      String name,
      String relatedId,
      String detail,
      Instant at)
      implements ActivityRecord {}
}
