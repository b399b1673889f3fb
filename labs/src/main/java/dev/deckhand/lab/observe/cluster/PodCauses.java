package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/** Explains what is wrong with a Pod. */
record PodCauses(ClusterReader reader) {

  private static final ResourceKind PODS = new ResourceKind("v1", "Pod", "pods", true);

  List<String> of(JsonNode pod) {
    var causes = new ArrayList<String>();
    String who = "Pod " + ClusterReader.metadata(pod, "name");
    JsonNode status = pod.path("status");
    for (String field : List.of("initContainerStatuses", "containerStatuses")) {
      for (JsonNode container : status.path(field)) {
        String cause = containerCause(who, pod, container);
        if (!cause.isEmpty()) {
          causes.add(cause);
        }
      }
    }
    if (causes.isEmpty()) {
      causes.addAll(unscheduledCauses(who, status));
    }
    if (causes.isEmpty() && !status.path("message").asText().isEmpty()) {
      causes.add(who + ": " + Sentence.of(status.path("message").asText()));
    }
    if (causes.isEmpty()) {
      causes.addAll(unreadyCauses(who, pod));
    }
    return causes;
  }

  private String containerCause(String who, JsonNode pod, JsonNode container) {
    JsonNode waiting = container.path("state").path("waiting");
    String image = container.path("image").asText();
    return switch (waiting.path("reason").asText()) {
      case "ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull" ->
          who + " cannot pull the image " + image + ".";
      case "InvalidImageName" -> who + ": \"" + image + "\" is not the name of an image.";
      case "CrashLoopBackOff" ->
          exitCause(who, pod, container, container.path("lastState").path("terminated"), true);
      case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
          who + " cannot start: " + Sentence.of(waiting.path("message").asText());
      case "" -> terminationCause(who, pod, container);
      default -> "";
    };
  }

  private String terminationCause(String who, JsonNode pod, JsonNode container) {
    JsonNode end = container.path("state").path("terminated");
    return end.path("exitCode").asInt() == 0
        ? ""
        : exitCause(who, pod, container, end, container.path("restartCount").asInt() > 0);
  }

  private String exitCause(
      String who, JsonNode pod, JsonNode container, JsonNode end, boolean previous) {
    String name = container.path("name").asText();
    String begin = who + (previous ? " crashes again and again: " : ": ") + "container " + name;
    if (end.path("reason").asText().equals("OOMKilled")) {
      return begin + " was killed because it used more memory than its limit.";
    }
    String last = end.path("message").asText().strip();
    String said = last.isEmpty() ? lastLine(pod, name, previous) : Sentence.lastLine(last);
    String code = begin + " exited with code " + end.path("exitCode").asInt();
    return said.isEmpty() ? code + "." : code + "; its last line was: " + said;
  }

  private String lastLine(JsonNode pod, String container, boolean previous) {
    String path =
        PODS.objectPath(
                ClusterReader.metadata(pod, "namespace"), ClusterReader.metadata(pod, "name"))
            + "/log?tailLines=3&container="
            + ResourceKind.urlEncode(container)
            + (previous ? "&previous=true" : "");
    try {
      return Sentence.lastLine(reader.api().text(path));
    } catch (ApiException noLog) {
      return "";
    }
  }

  private List<String> unscheduledCauses(String who, JsonNode status) {
    for (JsonNode condition : status.path("conditions")) {
      if (condition.path("type").asText().equals("PodScheduled")
          && condition.path("status").asText().equals("False")) {
        return List.of(
            who + " has no node to run on: " + Sentence.of(condition.path("message").asText()));
      }
    }
    return List.of();
  }

  /**
   * A Pod that runs but isn't ready, or is restarted for that: a probe fails, and an event says so.
   */
  private List<String> unreadyCauses(String who, JsonNode pod) {
    boolean ready = true;
    for (JsonNode container : pod.path("status").path("containerStatuses")) {
      ready &= container.path("ready").asBoolean() || !container.path("state").has("running");
    }
    if (ready && !pod.path("status").path("phase").asText().equals("Pending")) {
      return List.of();
    }
    var related = new RelatedObjects(reader);
    var said = new ArrayList<String>();
    for (String reason : List.of("Unhealthy", "FailedMount", "FailedCreatePodSandBox")) {
      JsonNode last = JsonNodeFactory.instance.missingNode();
      for (JsonNode event : related.events(pod, reason)) {
        last = event;
      }
      if (!last.isMissingNode()) {
        said.add(who + ": " + Sentence.of(last.path("message").asText()));
      }
    }
    return said;
  }
}
