package dev.deckhand.trace;

/**
 * Whoever does an action.
 *
 * @param name the name in texts: {@code deployment controller}; an unknown one as it is
 */
public record Actor(Role role, String name) {

  public static final Actor API_SERVER = new Actor(Role.API_SERVER, "API server");
  public static final Actor SCHEDULER = new Actor(Role.SCHEDULER, "scheduler");
  public static final Actor KUBELET = new Actor(Role.KUBELET, "kubelet");
  public static final Actor ENGINE = new Actor(Role.ENGINE, "engine");

  /** The roles of actors. */
  public enum Role {
    /** A program of the learner: kubectl, helm, docker, curl. */
    LEARNER,
    /** A program in the cluster that belongs neither to the learner nor to the cluster. */
    PROGRAM,
    API_SERVER,
    CONTROLLER,
    SCHEDULER,
    KUBELET,
    /** A Docker engine. */
    ENGINE
  }

  /** Whether its requests need no cause in the lab. */
  boolean isInitiator() {
    return role == Role.LEARNER || role == Role.PROGRAM;
  }
}
