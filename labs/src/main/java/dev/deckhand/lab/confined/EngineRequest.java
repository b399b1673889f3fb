package dev.deckhand.lab.confined;

/**
 * A request to an engine.
 *
 * @param path without the version and the query: {@code /containers/create}
 * @param query without the question mark; may be empty
 */
record EngineRequest(String method, String path, String query) {

  /** Whether its body says what is to be made, so that it's read before anything is decided. */
  boolean describesSomething() {
    return method.equals("POST")
        && (path.equals("/containers/create")
            || path.equals("/volumes/create")
            || path.equals("/networks/create")
            || path.matches("/containers/[^/]+/(exec|update)")
            || path.equals("/commit"));
  }
}
