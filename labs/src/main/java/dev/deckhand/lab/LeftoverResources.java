package dev.deckhand.lab;

import java.util.List;
import java.util.Optional;

/** What Deckhand created on the machine's engine and what still exists. */
public interface LeftoverResources extends AutoCloseable {

  /**
   * Lists all of them, each kind after those that may use it.
   *
   * @param images whether to include the images that Deckhand built
   * @throws LabFault if the engine doesn't answer
   */
  List<Resource> list(boolean images);

  /** Removes one; returns the reason if it can't be removed. */
  Optional<String> remove(Resource resource);

  @Override
  void close();

  /**
   * A resource.
   *
   * @param session the session that started it; empty if no session did
   * @param owner the label of the state folder; empty if it has none
   */
  record Resource(Kind kind, String id, String name, String session, String owner) {}

  /** The kinds of resources, in the order in which they can be removed. */
  enum Kind {
    CONTAINER,
    NETWORK,
    VOLUME,
    IMAGE
  }
}
