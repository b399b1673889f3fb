package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import java.time.Instant;

/** Raw evidence of something that happened, as a server kept it. */
public sealed interface ActivityRecord {

  /** The same for the same happening, however often it is told. */
  String id();

  /** When the server heard of it. */
  Instant at();

  /**
   * A request that an API server answered: an entry of its audit log.
   *
   * @param agent the program, as it named itself
   * @param resource {@code deployments}
   * @param subresource {@code status}; empty for none
   * @param answeredAt when the answer went out
   * @param status as in HTTP; 0 where nobody knows
   * @param dryRun whether nothing was to be written
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
   * A call of an engine's API by the learner's own program.
   *
   * @param program as it named itself
   * @param path without the version and the query
   * @param name what the query says of a name or an image; empty for nothing
   * @param answeredAt when the answer began; the time of the call while there is none
   * @param status as in HTTP; 0 while there is no answer
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
   * @param objectId the thing's id
   * @param name the thing's name; its id where it has none
   * @param relatedId the id of the container, for what happens to a network or a volume; the id of
   *     the exec, for what happens by one; empty for none
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
