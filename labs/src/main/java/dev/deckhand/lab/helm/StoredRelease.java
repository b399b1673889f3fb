package dev.deckhand.lab.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ReleaseSecret;
import dev.deckhand.lab.kube.ResourceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A revision of a release as Helm stores it in the cluster: gzipped JSON in a Secret.
 *
 * @param content manifest, chart, values, and more
 */
record StoredRelease(JsonNode content) {

  private static final ResourceKind SECRETS = new ResourceKind("v1", "Secret", "secrets", true);

  /** Lists the revisions of a release, the oldest first; none if it doesn't exist. */
  static List<StoredRelease> history(HelmRootCommand helm, String name) {
    String selector = "labelSelector=" + ResourceKind.urlEncode("owner=helm,name=" + name);
    var revisions = new ArrayList<StoredRelease>();
    try (KubeApi api = KubeApi.of(helm.context().kubeconfigText())) {
      for (JsonNode secret :
          api.get(SECRETS.collectionPath(helm.namespace()) + "?" + selector).path("items")) {
        revisions.add(decode(secret.path("data").path("release").asText()));
      }
    }
    revisions.sort(Comparator.comparingInt(StoredRelease::revision));
    return revisions;
  }

  /**
   * Finds a revision.
   *
   * @param revision 0 for the newest
   */
  static StoredRelease find(HelmRootCommand helm, String name, int revision) {
    List<StoredRelease> history = history(helm, name);
    if (history.isEmpty()) {
      throw new HelmCommandException("release: not found");
    }
    return revision == 0
        ? history.getLast()
        : history.stream()
            .filter(stored -> stored.revision() == revision)
            .findFirst()
            .orElseThrow(() ->
                new HelmCommandException("release \"" + name + "\" has no revision " + revision));
  }

  private static StoredRelease decode(String data) {
    try {
      return new StoredRelease(ReleaseSecret.decode(data));
    } catch (IOException broken) {
      throw new HelmCommandException(
          "a release in the cluster can't be read: " + broken.getMessage());
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

  /** The chart's hooks, which aren't part of the manifest. */
  String hooks() {
    var hooks = new StringBuilder();
    for (JsonNode hook : content.path("hooks")) {
      hooks.append("---\n# Source: ").append(hook.path("path").asText()).append('\n');
      hooks.append(hook.path("manifest").asText().strip()).append('\n');
    }
    return hooks.toString();
  }

  /** The values that the user supplied. */
  JsonNode values() {
    return content.path("config");
  }

  /** The chart's values, overridden by the user's. */
  JsonNode computedValues() {
    return merged(chart().path("values"), values());
  }

  /** Merges objects field by field; a null removes a default. */
  private static JsonNode merged(JsonNode defaults, JsonNode overrides) {
    if (!(defaults instanceof ObjectNode) || !overrides.isObject()) {
      return overrides.isMissingNode() || overrides.isNull() ? defaults : overrides;
    }
    ObjectNode all = defaults.deepCopy();
    for (Map.Entry<String, JsonNode> field : overrides.properties()) {
      if (field.getValue().isNull()) {
        all.remove(field.getKey());
      } else {
        all.set(field.getKey(), merged(all.path(field.getKey()), field.getValue()));
      }
    }
    return all;
  }

  JsonNode chart() {
    return content.path("chart");
  }
}
