package dev.deckhand.trace;

import java.util.Comparator;

/** The order in which evidence is looked at: by time, and where clocks tie, causes first. */
final class Order {

  static final Comparator<Clue> OF_CLUES =
      Comparator.comparing(Clue::at).thenComparingInt(Order::rank).thenComparing(Clue::id);

  private Order() {}

  /** How far down the line a thing usually is acted on. */
  private static int rank(Clue clue) {
    return switch (clue) {
      case Clue.Request request -> rank(request);
      case Clue.Call _ -> 0;
      case Clue.EngineEvent _ -> 1;
    };
  }

  private static int rank(Clue.Request request) {
    if (Identity.of(request.user(), request.agent()).actsByItself()) {
      return 0;
    }
    int depth =
        switch (request.resource()) {
          case "cronjobs", "namespaces" -> 1;
          case "deployments", "statefulsets", "daemonsets", "jobs", "services" -> 2;
          case "replicasets", "endpoints" -> 3;
          case "pods" -> 4;
          case "endpointslices" -> 9;
          case "events" -> 5;
          default -> 4;
        };
    // wishes go down the family, news of how it stands come up again
    return switch (request.subresource()) {
      case "status" -> 100 - depth * 10;
      case "binding" -> depth * 10 + 1;
      default -> depth * 10;
    };
  }
}
