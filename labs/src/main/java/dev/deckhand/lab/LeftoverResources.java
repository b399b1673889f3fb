package dev.deckhand.lab;

import java.util.List;
import java.util.Optional;

/** What Deckhand made on the machine's engine and is still there. */
public interface LeftoverResources extends AutoCloseable {

  /**
   * All of it, each kind after those that may use it.
   *
   * @param images whether the images count that Deckhand built
   * @throws LabFault if the engine does not answer
   */
  List<Resource> list(boolean images);

  /** Removes one; says why where it stays. */
  Optional<String> remove(Resource resource);

  @Override
  void close();

  /**
   * One thing.
   *
   * @param session the session that started it; empty for what no session did
   * @param owner the state folder's label; empty where it has none
   */
  record Resource(Kind kind, String id, String name, String session, String owner) {}

  /** The kinds of things, in the order in which they can be removed. */
  enum Kind {
    CONTAINER,
    NETWORK,
    VOLUME,
    IMAGE
  }
}
