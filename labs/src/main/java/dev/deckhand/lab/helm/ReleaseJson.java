package dev.deckhand.lab.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.ReleaseHistory;
import java.util.Objects;

/** Releases as {@code -o json} prints them. */
final class ReleaseJson {

  private ReleaseJson() {}

  static JsonNode of(Release release) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", release.getName())
        .put("namespace", release.getNamespace())
        .put("revision", release.getRevision())
        .put("updated", String.valueOf(release.getLastDeployed()))
        .put("status", release.getStatus())
        .put("chart", release.getChart())
        .put("app_version", Objects.requireNonNullElse(release.getAppVersion(), ""));
  }

  static JsonNode of(ReleaseHistory revision) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("revision", revision.getRevision())
        .put("updated", String.valueOf(revision.getUpdated()))
        .put("status", revision.getStatus())
        .put("chart", revision.getChart())
        .put("app_version", Objects.requireNonNullElse(revision.getAppVersion(), ""))
        .put("description", revision.getDescription());
  }
}
