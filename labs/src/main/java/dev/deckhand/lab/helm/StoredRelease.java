package dev.deckhand.lab.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.KubeApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A revision of a release as Helm keeps it in the cluster: in a Secret, as gzipped JSON.
 *
 * @param content manifest, chart, values and all
 */
record StoredRelease(JsonNode content) {

  private static final Kind SECRETS = new Kind("v1", "Secret", "secrets", true);
  private static final JsonMapper JSON = new JsonMapper();

  /** Lists the revisions of a release, the oldest first. */
  static List<StoredRelease> history(KubeApi api, String namespace, String name) {
    String selector = "labelSelector=" + Kind.quoted("owner=helm,name=" + name);
    var revisions = new ArrayList<StoredRelease>();
    for (JsonNode secret : api.get(SECRETS.collection(namespace) + "?" + selector).path("items")) {
      revisions.add(unpacked(secret.path("data").path("release").asText()));
    }
    if (revisions.isEmpty()) {
      throw new HelmTrouble("release: not found");
    }
    revisions.sort(Comparator.comparingInt(StoredRelease::revision));
    return revisions;
  }

  private static StoredRelease unpacked(String data) {
    // the API encodes the Secret, and Helm has encoded what it put there
    byte[] packed = Base64.getDecoder().decode(Base64.getDecoder().decode(data));
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new StoredRelease(JSON.readTree(unzipped));
    } catch (IOException broken) {
      throw new HelmTrouble("A release in the cluster cannot be read: " + broken.getMessage());
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

  /** The values that were given, beyond the chart's own. */
  JsonNode values() {
    return content.path("config");
  }

  JsonNode chart() {
    return content.path("chart");
  }
}
