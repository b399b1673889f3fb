package dev.deckhand.lab.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.KubeApi;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds Services by the names that cluster DNS would give them, and hosts by Ingress rules. Asks
 * the API server rather than DNS, since the node itself does not use the cluster's DNS.
 *
 * @param namespace the lesson's, for names without one
 */
public record ClusterRoute(KubeApi api, String namespace) implements Route {

  private static final Kind SERVICES = new Kind("v1", "Service", "services", true);
  private static final Kind ENDPOINTS = new Kind("v1", "Endpoints", "endpoints", true);
  private static final Kind NODES = new Kind("v1", "Node", "nodes", false);
  private static final Kind INGRESSES =
      new Kind("networking.k8s.io/v1", "Ingress", "ingresses", true);
  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";

  @Override
  public Way to(String host, int port) {
    if (Route.isHere(host)) {
      return new Way.Open(node(), port);
    }
    if (Route.isAddress(host)) {
      return new Way.Open(host, port);
    }
    Optional<KubernetesObject> named = service(host, namespace);
    if (named.isPresent()) {
      String where = String.valueOf(named.get().namespace());
      Optional<JsonNode> service =
          api.find(SERVICES.object(where, String.valueOf(named.get().name())));
      if (service.isPresent()) {
        return service(host, service.get(), where, port);
      }
    }
    return hasRule(host)
        ? new Way.Open(node(), port)
        : new Way.Closed("there is no Service and no Ingress rule for " + host);
  }

  /** Returns the Service that an address speaks of, whether or not there is one. */
  public static Optional<KubernetesObject> service(HttpAnswer answer, String namespace) {
    return service(String.valueOf(URI.create(answer.url()).getHost()), namespace);
  }

  private static Optional<KubernetesObject> service(String host, String namespace) {
    String name = host.replaceFirst("\\.svc(\\.cluster\\.local\\.?)?$", "");
    List<String> parts = List.of(name.split("\\.", -1));
    if (parts.size() > 2 || !parts.stream().allMatch(part -> part.matches(LABEL))) {
      return Optional.empty();
    }
    String where = parts.size() == 2 ? parts.get(1) : namespace;
    return Optional.of(new KubernetesObject("v1", "Service", parts.getFirst(), where, Map.of()));
  }

  private Way service(String host, JsonNode service, String where, int port) {
    JsonNode spec = service.path("spec");
    if (spec.path("type").asText().equals("ExternalName")) {
      return new Way.Closed(host + " stands for a name outside of the cluster");
    }
    // without this, a request could leave the cluster: an address that leads nowhere goes outside
    Optional<String> pod = readyPod(service, where);
    if (pod.isEmpty()) {
      return new Way.Closed("no Pod is ready behind the Service " + host);
    }
    String address = spec.path("clusterIP").asText();
    boolean headless = address.isEmpty() || address.equals("None");
    return new Way.Open(headless ? pod.get() : address, port);
  }

  private Optional<String> readyPod(JsonNode service, String where) {
    return api.find(ENDPOINTS.object(where, service.path("metadata").path("name").asText()))
        .map(endpoints -> endpoints.at("/subsets/0/addresses/0/ip").asText())
        .filter(found -> !found.isEmpty());
  }

  private boolean hasRule(String host) {
    for (JsonNode ingress : api.get(INGRESSES.collection(null)).path("items")) {
      for (JsonNode rule : ingress.path("spec").path("rules")) {
        String asked = rule.path("host").asText();
        boolean fits =
            asked.startsWith("*.") ? host.endsWith(asked.substring(1)) : asked.equals(host);
        if (fits) {
          return true;
        }
      }
    }
    return false;
  }

  private String node() {
    for (JsonNode node : api.get(NODES.collection(null)).path("items")) {
      for (JsonNode address : node.path("status").path("addresses")) {
        if (address.path("type").asText().equals("InternalIP")) {
          return address.path("address").asText();
        }
      }
    }
    return "127.0.0.1";
  }
}
