package dev.deckhand.lab.helm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ReleaseSecret;
import dev.deckhand.lab.kube.ResourceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A revision of a release as Helm keeps it in the cluster: in a Secret, as gzipped JSON.
 *
 * @param content manifest, chart, values and all
 */
record StoredRelease(JsonNode content) {

  private static final ResourceKind SECRETS = new ResourceKind("v1", "Secret", "secrets", true);

  /** Lists the revisions of a release, the oldest first. */
  static List<StoredRelease> history(KubeApi api, String namespace, String name) {
    String selector = "labelSelector=" + ResourceKind.urlEncode("owner=helm,name=" + name);
    var revisions = new ArrayList<StoredRelease>();
    for (JsonNode secret :
        api.get(SECRETS.collectionPath(namespace) + "?" + selector).path("items")) {
      revisions.add(decode(secret.path("data").path("release").asText()));
    }
    if (revisions.isEmpty()) {
      throw new HelmCommandException("release: not found");
    }
    revisions.sort(Comparator.comparingInt(StoredRelease::revision));
    return revisions;
  }

  private static StoredRelease decode(String data) {
    try {
      return new StoredRelease(ReleaseSecret.decode(data));
    } catch (IOException broken) {
      throw new HelmCommandException(
          "A release in the cluster cannot be read: " + broken.getMessage());
    }
  }

  String name() {
    return content.path("name").asText();
  }

  int revision() {
    return content.path("version").asInt();
  }

  String manifest() {
    return content.path("manifest").asText();
  }

  String notes() {
    return content.path("info").path("notes").asText();
  }

  /** What Helm sends at moments of its own, and so does not count among the manifest's objects. */
  String hooks() {
    var hooks = new StringBuilder();
    for (JsonNode hook : content.path("hooks")) {
      hooks.append("---\n# Source: ").append(hook.path("path").asText()).append('\n');
      hooks.append(hook.path("manifest").asText().strip()).append('\n');
    }
    return hooks.toString();
  }

  /** The values that were given, beyond the chart's own. */
  JsonNode values() {
    return content.path("config");
  }

  JsonNode chart() {
    return content.path("chart");
  }
}
