package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Explains why nobody answers at a Service. */
record ServiceCauses(RelatedObjects related) {

  List<String> of(JsonNode service) {
    Map<String, String> selector = labels(service.path("spec").path("selector"));
    if (selector.isEmpty()) {
      return List.of();
    }
    List<JsonNode> pods = related.pods(service);
    List<JsonNode> selected =
        pods.stream()
            .filter(pod ->
                labels(pod.path("metadata").path("labels"))
                    .entrySet()
                    .containsAll(selector.entrySet()))
            .toList();
    String who = "Service \"" + ClusterReader.metadata(service, "name") + "\"";
    if (selected.isEmpty()) {
      return List.of(
          who + " selects " + format(selector) + ", and no Pod has that" + existingLabels(pods));
    }
    return selected.stream().anyMatch(ServiceCauses::isReady)
        ? List.of()
        : List.of(who + " selects " + selected.size() + " Pods, and none of them is ready.");
  }

  private static String existingLabels(List<JsonNode> pods) {
    var labels = new TreeSet<String>();
    for (JsonNode pod : pods) {
      Map<String, String> own = labels(pod.path("metadata").path("labels"));
      own.remove("pod-template-hash");
      if (!own.isEmpty()) {
        labels.add(format(own));
      }
    }
    return labels.isEmpty()
        ? "; there are none in its namespace."
        : "; those that are there have " + String.join(" or ", labels) + ".";
  }

  private static String format(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> labels(JsonNode labels) {
    return labels.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, label -> label.getValue().asText()));
  }

  private static boolean isReady(JsonNode pod) {
    for (JsonNode condition : pod.path("status").path("conditions")) {
      if (condition.path("type").asText().equals("Ready")) {
        return condition.path("status").asText().equals("True");
      }
    }
    return false;
  }
}
