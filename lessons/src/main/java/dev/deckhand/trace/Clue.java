package dev.deckhand.trace;

import dev.deckhand.check.Node;
import java.time.Instant;

/** Raw evidence of something that happened, as a server kept it. */
public sealed interface Clue {

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
   * @param answered when the answer went out
   * @param status as in HTTP; 0 where nobody knows
   * @param dryRun whether nothing was to be written
   * @param sent the object in the request, as far as the log keeps it
   * @param became the object in the answer, as far as the log keeps it
   */
  record Request(
      String id,
      String user,
      String agent,
      String verb,
      String resource,
      String subresource,
      String namespace,
      String name,
      Instant at,
      Instant answered,
      int status,
      String why,
      boolean dryRun,
      Node sent,
      Node became)
      implements Clue {}

  /**
   * A call of an engine's API by the learner's own program.
   *
   * @param program as it named itself
   * @param path without the version and the query
   * @param name what the query says of a name or an image; empty for nothing
   * @param answered when the answer began; the time of the call while there is none
   * @param status as in HTTP; 0 while there is no answer
   */
  record Call(
      String id,
      String program,
      String method,
      String path,
      String name,
      Instant at,
      Instant answered,
      int status)
      implements Clue {}

  /**
   * An event of an engine.
   *
   * @param type container, image, network, volume
   * @param key the thing's id
   * @param name the thing's name; its id where it has none
   * @param related the id of the container, for what happens to a network or a volume; the id of
   *     the exec, for what happens by one; empty for none
   */
  record EngineEvent(
      String id,
      String type,
      String action,
      String key,
      String name,
      String related,
      String detail,
      Instant at)
      implements Clue {}
}
