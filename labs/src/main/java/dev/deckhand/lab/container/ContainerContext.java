package dev.deckhand.lab.container;

import dev.deckhand.lab.SessionFolder;
import java.util.Map;

/**
 * The engine and the session that containers are started for.
 *
 * @param owner the value of {@link SessionFolder#OWNER_LABEL}
 * @param limits for each of them
 * @param storage where they keep their data
 */
public record ContainerContext(
    HostEngine host,
    SessionFolder folder,
    String owner,
    ContainerLimits limits,
    LabStorage storage,
    ContainerMonitor monitor) {

  /** The same for people whom the machine must not trust: each lab gets a small part of it. */
  public ContainerContext confined() {
    return new ContainerContext(
        host, folder, owner, limits.confined(), LabStorage.CONFINED, monitor);
  }

  /** The same for a number of people whom the machine must not trust, and who share a lab. */
  public ContainerContext forSeats(int seats) {
    return new ContainerContext(host, folder, owner, limits, LabStorage.forSeats(seats), monitor);
  }

  /** The labels of everything that is started. */
  public Map<String, String> labels() {
    return Map.of(SessionFolder.LABEL, folder.id(), SessionFolder.OWNER_LABEL, owner);
  }
}
