package dev.deckhand.lab;

/** A query for names that complete a command. */
public sealed interface NameQuery {

  /** The names of the cluster's kinds, as commands accept them. */
  record Kinds() implements NameQuery {}

  /**
   * Objects of a kind.
   *
   * @param kind as typed: {@code po}, {@code pods}, {@code deployment.apps}
   * @param namespace empty for the default one
   */
  record Objects(String kind, String namespace) implements NameQuery {}

  /**
   * The containers of a Pod.
   *
   * @param namespace as in {@link Objects}
   */
  record PodContainers(String pod, String namespace) implements NameQuery {}

  /**
   * Helm's releases.
   *
   * @param namespace as in {@link Objects}
   */
  record Releases(String namespace) implements NameQuery {}

  /**
   * The engine's containers.
   *
   * @param running whether to list only running ones
   */
  record Containers(boolean running) implements NameQuery {}

  record Images() implements NameQuery {}

  record Networks() implements NameQuery {}

  record Volumes() implements NameQuery {}
}
