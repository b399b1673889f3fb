package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckhand.lab.api.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Objects that YAML describes, of the kinds that Deckhand itself creates.
 *
 * @param objects in the order of their creation
 */
public record ManifestTemplate(List<JsonNode> objects) {

  private static final int ALREADY_EXISTS = 409;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The collections of the kinds, in a namespace that is put in the place of {@code %s}. */
  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "Namespace", "/api/v1/namespaces",
          "ServiceAccount", "/api/v1/namespaces/%s/serviceaccounts",
          "ResourceQuota", "/api/v1/namespaces/%s/resourcequotas",
          "LimitRange", "/api/v1/namespaces/%s/limitranges",
          "NetworkPolicy", "/apis/networking.k8s.io/v1/namespaces/%s/networkpolicies",
          "ClusterRole", "/apis/rbac.authorization.k8s.io/v1/clusterroles",
          "ClusterRoleBinding", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
          "RoleBinding", "/apis/rbac.authorization.k8s.io/v1/namespaces/%s/rolebindings");

  public ManifestTemplate {
    objects = List.copyOf(objects);
  }

  /** Reads a text with one document for each object. */
  public static ManifestTemplate of(String text) {
    var objects = new ArrayList<JsonNode>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(text)
        .forEach(object -> objects.add(JSON.valueToTree(object)));
    return new ManifestTemplate(objects);
  }

  /**
   * Creates the objects, one after the other. Those that are there stay as they are.
   *
   * @throws ApiError if the server refuses one
   */
  public void create(KubeApi api) {
    for (JsonNode object : objects) {
      String collection =
          Objects.requireNonNull(COLLECTIONS.get(object.path("kind").asText()))
              .formatted(object.path("metadata").path("namespace").asText());
      try {
        KubeApi.await(api.send("POST", collection, object));
      } catch (ApiError refusal) {
        if (refusal.status() != ALREADY_EXISTS) {
          throw refusal;
        }
      }
    }
  }
}
