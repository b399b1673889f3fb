package dev.deckhand.workshop.web;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.http.PlainError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is answered under which path. Paths are compared as they were sent: one with dots, encoded
 * characters or an unknown ending is no path of ours.
 */
final class Routes {

  /** Answers a request. */
  @FunctionalInterface
  interface Endpoint {
    /**
     * Answers a request.
     *
     * @param rest of the path after the route's own, which is empty or has no slash at its start
     */
    void answer(Exchange exchange, String rest) throws Refusal, PlainError;
  }

  private record Key(String method, String path) {}

  private final Map<Key, Endpoint> exact = new HashMap<>();
  private final Map<Key, Endpoint> below = new HashMap<>();

  /** Answers GET, and HEAD without the body. */
  Routes get(String path, Endpoint endpoint) {
    exact.put(new Key("GET", path), endpoint);
    return this;
  }

  Routes post(String path, Endpoint endpoint) {
    exact.put(new Key("POST", path), endpoint);
    return this;
  }

  /**
   * Answers GET for all paths below one.
   *
   * @param path with a slash at its end
   */
  Routes getBelow(String path, Endpoint endpoint) {
    below.put(new Key("GET", path), endpoint);
    return this;
  }

  /** Answers a request; returns false for an unknown path. */
  boolean answer(Exchange exchange) throws Refusal, PlainError {
    String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    Optional<Match> match = find(method, exchange.path());
    if (match.isPresent()) {
      match.get().endpoint().answer(exchange, match.get().rest());
      return true;
    }
    Set<String> others = methods(exchange.path());
    if (others.isEmpty()) {
      return false;
    }
    exchange.addHeader("Allow", others.stream().sorted().collect(Collectors.joining(", ")));
    throw new PlainError(405, "That can't be done with this page.", "Go back to the start page.");
  }

  private record Match(Endpoint endpoint, String rest) {}

  private Optional<Match> find(String method, String path) {
    @Nullable Endpoint whole = exact.get(new Key(method, path));
    if (whole != null) {
      return Optional.of(new Match(whole, ""));
    }
    return below.entrySet().stream()
        .filter(entry -> entry.getKey().method().equals(method))
        .filter(entry -> path.startsWith(entry.getKey().path()))
        .map(entry -> new Match(entry.getValue(), path.substring(entry.getKey().path().length())))
        .findFirst();
  }

  private Set<String> methods(String path) {
    return Set.of("GET", "POST").stream()
        .filter(method -> find(method, path).isPresent())
        .collect(Collectors.toSet());
  }
}
