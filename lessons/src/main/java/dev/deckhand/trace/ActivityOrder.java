package dev.deckhand.trace;

import java.util.Comparator;

/** The order in which records are processed: by time, and at the same time causes first. */
final class ActivityOrder {

  static final Comparator<ActivityRecord> BY_TIME_AND_CAUSE =
      Comparator.comparing(ActivityRecord::at)
          .thenComparingInt(ActivityOrder::rank)
          .thenComparing(ActivityRecord::id);

  private ActivityOrder() {}

  /** The usual place of an action in a chain of reactions. */
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
    // changes of specs go from owner to owned, changes of status come back up
    return switch (request.subresource()) {
      case "status" -> 100 - depth * 10;
      case "binding" -> depth * 10 + 1;
      default -> depth * 10;
    };
  }
}
