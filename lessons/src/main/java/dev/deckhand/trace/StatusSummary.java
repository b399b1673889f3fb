package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import java.util.ArrayList;
import java.util.List;

/** Summarizes the status of an object in terms of the API. */
final class StatusSummary {

  private StatusSummary() {}

  /** Returns {@code Running, ready 1/1}; empty if there is nothing to say. */
  static String of(DataNode object) {
    DataNode status = object.at("status");
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

  private static String pod(DataNode pod, DataNode status) {
    var words = new ArrayList<String>();
    words.add(status.at("phase").text());
    if (!pod.at("metadata", "deletionTimestamp").text().isEmpty()) {
      words.add("being deleted");
    }
    int ready = 0;
    int all = 0;
    for (DataNode container : ObjectGraph.items(status.at("containerStatuses"))) {
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

  private static String addresses(DataNode subsets, String which) {
    var all = new ArrayList<String>();
    for (DataNode subset : ObjectGraph.items(subsets)) {
      for (DataNode address : ObjectGraph.items(subset.at(which))) {
        all.add(address.at("ip").text());
      }
    }
    return addressText(all);
  }

  private static String slice(DataNode object) {
    var all = new ArrayList<String>();
    for (DataNode endpoint : ObjectGraph.items(object.at("endpoints"))) {
      if (!endpoint.at("conditions", "ready").text().equals("false")) {
        ObjectGraph.items(endpoint.at("addresses")).forEach(address -> all.add(address.text()));
      }
    }
    return addressText(all);
  }

  private static String addressText(List<String> addresses) {
    return "addresses " + (addresses.isEmpty() ? "0" : String.join(", ", addresses));
  }

  private static String count(DataNode node, String field) {
    String text = node.at(field).text();
    return text.isEmpty() ? "0" : text;
  }

  private static int size(DataNode list) {
    return list instanceof DataNode.Items(var items) ? items.size() : 0;
  }
}
