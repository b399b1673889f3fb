package dev.deckhand.lab.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the DNS names of Services, and the hosts of Ingress rules. Asks the API server rather
 * than DNS, since the node itself doesn't use the cluster's DNS.
 *
 * @param namespace the lesson's, for names without one
 */
public record ClusterHostResolver(KubeApi api, String namespace) implements HostResolver {

  private static final ResourceKind SERVICES = new ResourceKind("v1", "Service", "services", true);
  private static final ResourceKind SLICES =
      new ResourceKind("discovery.k8s.io/v1", "EndpointSlice", "endpointslices", true);
  private static final ResourceKind NODES = new ResourceKind("v1", "Node", "nodes", false);
  private static final ResourceKind INGRESSES =
      new ResourceKind("networking.k8s.io/v1", "Ingress", "ingresses", true);
  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";

  @Override
  public Resolution resolve(String host, int port) {
    if (HostResolver.isLoopback(host)) {
      return new Resolution.Resolved(nodeAddress(), port);
    }
    if (HostResolver.isAddress(host)) {
      return new Resolution.Resolved(host, port);
    }
    Optional<KubernetesObject> named = serviceOf(host);
    if (named.isPresent()) {
      String where = String.valueOf(named.get().namespace());
      Optional<JsonNode> service =
          api.find(SERVICES.objectPath(where, String.valueOf(named.get().name())));
      if (service.isPresent()) {
        return resolve(host, service.get(), where, port);
      }
    }
    return hasIngressRule(host)
        ? new Resolution.Resolved(nodeAddress(), port)
        : new Resolution.Unresolved("there is no Service and no Ingress rule for " + host);
  }

  /** Returns the Service that a host name would stand for, whether it exists or not. */
  public Optional<KubernetesObject> serviceOf(String host) {
    String name = host.replaceFirst("\\.svc(\\.cluster\\.local\\.?)?$", "");
    List<String> parts = List.of(name.split("\\.", -1));
    if (parts.size() > 2 || !parts.stream().allMatch(part -> part.matches(LABEL))) {
      return Optional.empty();
    }
    String where = parts.size() == 2 ? parts.get(1) : namespace;
    return Optional.of(new KubernetesObject("v1", "Service", parts.getFirst(), where, Map.of()));
  }

  private Resolution resolve(String host, JsonNode service, String where, int port) {
    JsonNode spec = service.path("spec");
    if (spec.path("type").asText().equals("ExternalName")) {
      return new Resolution.Unresolved(host + " stands for a name outside of the cluster");
    }
    // without endpoints the request would be routed out of the cluster
    Optional<String> pod = readyPodAddress(service, where);
    if (pod.isEmpty()) {
      return new Resolution.Unresolved("no Pod is ready behind the Service " + host);
    }
    String address = spec.path("clusterIP").asText();
    boolean headless = address.isEmpty() || address.equals("None");
    return new Resolution.Resolved(headless ? pod.get() : address, port);
  }

  private Optional<String> readyPodAddress(JsonNode service, String where) {
    String selector =
        "kubernetes.io/service-name=" + service.path("metadata").path("name").asText();
    JsonNode slices =
        api.get(
            SLICES.collectionPath(where) + "?labelSelector=" + ResourceKind.urlEncode(selector));
    return slices
        .path("items")
        .valueStream()
        .flatMap(slice -> slice.path("endpoints").valueStream())
        // one that doesn't say is ready
        .filter(endpoint -> endpoint.path("conditions").path("ready").asBoolean(true))
        .map(endpoint -> endpoint.path("addresses").path(0).asText())
        .filter(address -> !address.isEmpty())
        .findFirst();
  }

  private boolean hasIngressRule(String host) {
    JsonNode ingresses = api.find(INGRESSES.collectionPath(null)).orElse(MissingNode.getInstance());
    for (JsonNode ingress : ingresses.path("items")) {
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

  private String nodeAddress() {
    for (JsonNode node : api.get(NODES.collectionPath(null)).path("items")) {
      for (JsonNode address : node.path("status").path("addresses")) {
        if (address.path("type").asText().equals("InternalIP")) {
          return address.path("address").asText();
        }
      }
    }
    return "127.0.0.1";
  }
}
