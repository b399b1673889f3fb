package dev.deckhand.lab.confined;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request to an engine.
 *
 * @param path without the version and the query: {@code /containers/create}
 * @param query without the question mark; may be empty
 */
record EngineRequest(String method, String path, String query) {

  /** Whether a parameter of the query has a value. A query that can't be decoded may have it. */
  boolean gives(String parameter) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .anyMatch(pair -> pair.length == 2 && !pair[1].isEmpty() && isDecoded(pair[0], parameter));
  }

  private static boolean isDecoded(String key, String parameter) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8).equalsIgnoreCase(parameter);
    } catch (IllegalArgumentException invalid) {
      return true;
    }
  }

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
