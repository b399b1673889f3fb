package dev.deckhand.trace;

/**
 * What is acted on.
 *
 * @param kind as the API writes it: {@code Deployment}, {@code container}
 * @param namespace empty where it has none
 * @param name empty for all of a kind
 */
public record ObjectReference(String kind, String namespace, String name) {

  /** {@code shop/web}, or the half that there is. */
  public String path() {
    return namespace.isEmpty() || name.isEmpty() ? namespace + name : namespace + "/" + name;
  }

  @Override
  public String toString() {
    return path().isEmpty() ? kind : kind + " " + path();
  }
}
