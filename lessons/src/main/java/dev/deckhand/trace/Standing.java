package dev.deckhand.trace;

import dev.deckhand.check.Node;
import java.util.ArrayList;
import java.util.List;

/** How an object is by its own status, in the words of the API. */
final class Standing {

  private Standing() {}

  /** {@code Running, ready 1/1}; empty where there is nothing to say. */
  static String of(Node object) {
    Node status = object.at("status");
    return switch (object.at("kind").text()) {
      case "Pod" -> pod(object, status);
      case "Deployment", "ReplicaSet", "StatefulSet", "ReplicationController" ->
          "ready " + count(status, "readyReplicas") + "/" + count(object.at("spec"), "replicas");
      case "DaemonSet" ->
          "ready " + count(status, "numberReady") + "/" + count(status, "desiredNumberScheduled");
      case "Job" ->
          "active "
              + count(status, "active")
              + ", succeeded "
              + count(status, "succeeded")
              + ", failed "
              + count(status, "failed");
      case "CronJob" -> "active " + size(status.at("active"));
      case "HorizontalPodAutoscaler" ->
          "replicas "
              + count(status, "currentReplicas")
              + ", wanted "
              + count(status, "desiredReplicas");
      case "Endpoints" -> addresses(object.at("subsets"), "addresses");
      case "EndpointSlice" -> slice(object);
      default -> status.at("phase").text();
    };
  }

  private static String pod(Node pod, Node status) {
    var words = new ArrayList<String>();
    words.add(status.at("phase").text());
    if (!pod.at("metadata", "deletionTimestamp").text().isEmpty()) {
      words.add("being deleted");
    }
    int ready = 0;
    int all = 0;
    for (Node container : Kin.items(status.at("containerStatuses"))) {
      all++;
      ready += container.at("ready").text().equals("true") ? 1 : 0;
      String waits = container.at("state", "waiting", "reason").text();
      String ended = container.at("state", "terminated", "reason").text();
      List.of(waits, ended).stream().filter(word -> !word.isEmpty()).forEach(words::add);
    }
    if (all > 0 && status.at("phase").text().equals("Running")) {
      words.add("ready " + ready + "/" + all);
    }
    return String.join(", ", words.stream().filter(word -> !word.isEmpty()).distinct().toList());
  }

  private static String addresses(Node subsets, String which) {
    var all = new ArrayList<String>();
    for (Node subset : Kin.items(subsets)) {
      for (Node address : Kin.items(subset.at(which))) {
        all.add(address.at("ip").text());
      }
    }
    return listed(all);
  }

  private static String slice(Node object) {
    var all = new ArrayList<String>();
    for (Node endpoint : Kin.items(object.at("endpoints"))) {
      if (!endpoint.at("conditions", "ready").text().equals("false")) {
        Kin.items(endpoint.at("addresses")).forEach(address -> all.add(address.text()));
      }
    }
    return listed(all);
  }

  private static String listed(List<String> addresses) {
    return "addresses " + (addresses.isEmpty() ? "0" : String.join(", ", addresses));
  }

  private static String count(Node node, String field) {
    String text = node.at(field).text();
    return text.isEmpty() ? "0" : text;
  }

  private static int size(Node list) {
    return list instanceof Node.Items(var items) ? items.size() : 0;
  }
}
