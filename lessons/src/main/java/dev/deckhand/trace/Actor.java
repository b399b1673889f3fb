package dev.deckhand.trace;

/**
 * Somebody who acts.
 *
 * @param name as texts say it: {@code deployment controller}; where nobody has a word for it, the
 *     name as it stands
 */
public record Actor(Role role, String name) {

  public static final Actor API_SERVER = new Actor(Role.API_SERVER, "API server");
  public static final Actor SCHEDULER = new Actor(Role.SCHEDULER, "scheduler");
  public static final Actor KUBELET = new Actor(Role.KUBELET, "kubelet");
  public static final Actor ENGINE = new Actor(Role.ENGINE, "engine");

  /** The parts that actors play. */
  public enum Role {
    /** The learner's own program: kubectl, helm, docker, curl. */
    LEARNER,
    /** A program in the cluster that is neither the learner's nor the cluster's own. */
    PROGRAM,
    API_SERVER,
    CONTROLLER,
    SCHEDULER,
    KUBELET,
    /** A Docker engine. */
    ENGINE
  }

  /** Whether what it asks for needs no cause: nobody in the lab told it to. */
  boolean isInitiator() {
    return role == Role.LEARNER || role == Role.PROGRAM;
  }
}
