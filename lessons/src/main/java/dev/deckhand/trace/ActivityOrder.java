package dev.deckhand.trace;

import java.util.Comparator;

/** The order in which evidence is looked at: by time, and where clocks tie, causes first. */
final class ActivityOrder {

  static final Comparator<ActivityRecord> BY_TIME_AND_CAUSE =
      Comparator.comparing(ActivityRecord::at)
          .thenComparingInt(ActivityOrder::rank)
          .thenComparing(ActivityRecord::id);

  private ActivityOrder() {}

  /** How far down the line a thing usually is acted on. */
  private static int rank(ActivityRecord one) {
    return switch (one) {
      case ActivityRecord.ApiRequest request -> rank(request);
      case ActivityRecord.EngineCall _ -> 0;
      case ActivityRecord.EngineEvent _ -> 1;
    };
  }

  private static int rank(ActivityRecord.ApiRequest request) {
    if (ActorResolver.resolve(request.user(), request.agent()).isInitiator()) {
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
