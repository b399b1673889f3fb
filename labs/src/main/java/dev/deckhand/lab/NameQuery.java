package dev.deckhand.lab;

/** What somebody may want to name while typing a command for a lab. */
public sealed interface NameQuery {

  /** The kinds of objects that the cluster has, by the names that commands take. */
  record Kinds() implements NameQuery {}

  /**
   * Objects of a kind.
   *
   * @param kind as one types it: {@code po}, {@code pods}, {@code deployment.apps}
   * @param namespace empty for the one that commands use by themselves
   */
  record Objects(String kind, String namespace) implements NameQuery {}

  /**
   * The containers of a Pod.
   *
   * @param namespace as in {@link Objects}
   */
  record PodContainers(String pod, String namespace) implements NameQuery {}

  /**
   * The releases of Helm.
   *
   * @param namespace as in {@link Objects}
   */
  record Releases(String namespace) implements NameQuery {}

  /**
   * The engine's containers.
   *
   * @param running whether those that have ended are left out
   */
  record Containers(boolean running) implements NameQuery {}

  record Images() implements NameQuery {}

  record Networks() implements NameQuery {}

  record Volumes() implements NameQuery {}
}
