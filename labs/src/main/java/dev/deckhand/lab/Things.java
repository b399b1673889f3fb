package dev.deckhand.lab;

/** What somebody may want to name while typing a command for a lab. */
public sealed interface Things {

  /** The kinds of objects that the cluster has, by the names that commands take. */
  record Kinds() implements Things {}

  /**
   * Objects of a kind.
   *
   * @param kind as one types it: {@code po}, {@code pods}, {@code deployment.apps}
   * @param namespace empty for the one that commands use by themselves
   */
  record Objects(String kind, String namespace) implements Things {}

  /**
   * The containers of a Pod.
   *
   * @param namespace as in {@link Objects}
   */
  record PodContainers(String pod, String namespace) implements Things {}

  /**
   * The releases of Helm.
   *
   * @param namespace as in {@link Objects}
   */
  record Releases(String namespace) implements Things {}

  /**
   * The engine's containers.
   *
   * @param running whether those that have ended are left out
   */
  record Containers(boolean running) implements Things {}

  record Images() implements Things {}

  record Networks() implements Things {}

  record Volumes() implements Things {}
}
