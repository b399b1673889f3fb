package dev.deckhand.trace;

/**
 * The object of an action.
 *
 * @param kind the name of the kind in the API: {@code Deployment}, {@code container}
 * @param namespace empty for none
 * @param name empty for all of a kind
 */
public record ObjectReference(String kind, String namespace, String name) {

  /** Returns {@code shop/web}, or the part of it that isn't empty. */
  public String path() {
    return namespace.isEmpty() || name.isEmpty() ? namespace + name : namespace + "/" + name;
  }

  @Override
  public String toString() {
    return path().isEmpty() ? kind : kind + " " + path();
  }
}
