package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Explains why a claim has no volume. */
record VolumeClaimCauses(RelatedObjects related) {

  List<String> of(JsonNode claim) {
    String phase = claim.path("status").path("phase").asText();
    if (phase.equals("Bound")) {
      return List.of();
    }
    String who = "PersistentVolumeClaim \"" + ClusterReader.metadata(claim, "name") + "\"";
    if (phase.equals("Lost")) {
      return List.of(who + " has lost its volume.");
    }
    for (String reason : List.of("ProvisioningFailed", "FailedBinding", "WaitForFirstConsumer")) {
      for (JsonNode event : related.events(claim, reason)) {
        return List.of(who + " is not bound: " + Sentence.of(event.path("message").asText()));
      }
    }
    return List.of(who + " is not bound to a volume yet.");
  }
}
