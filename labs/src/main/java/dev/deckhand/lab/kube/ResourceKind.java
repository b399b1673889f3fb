package dev.deckhand.lab.kube;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object that a server has.
 *
 * @param apiVersion {@code v1}, {@code apps/v1}
 * @param plural as it stands in paths: {@code deployments}
 */
public record ResourceKind(String apiVersion, String kind, String plural, boolean namespaced) {

  /** Returns the path of its collection: in one namespace, or for null in all. */
  public String collectionPath(@Nullable String namespace) {
    String root = (apiVersion.indexOf('/') < 0 ? "/api/" : "/apis/") + apiVersion;
    return namespaced && namespace != null
        ? root + "/namespaces/" + urlEncode(namespace) + "/" + plural
        : root + "/" + plural;
  }

  /** Returns the path of one object. */
  public String objectPath(@Nullable String namespace, String name) {
    return collectionPath(namespace) + "/" + urlEncode(name);
  }

  /** Encodes a part of a path or query. */
  public static String urlEncode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
