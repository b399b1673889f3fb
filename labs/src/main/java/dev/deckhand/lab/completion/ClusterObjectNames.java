package dev.deckhand.lab.completion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The names of a cluster's objects. */
public final class ClusterObjectNames {

  /** Nobody chooses from a longer list. */
  private static final int MAX_NAMES = 500;

  private final KubeApi api;
  private final Discovery discovery;
  private final Supplier<String> namespace;

  /**
   * @param namespace the default one of the learner's commands
   */
  public ClusterObjectNames(KubeApi api, Discovery discovery, Supplier<String> namespace) {
    this.api = api;
    this.discovery = discovery;
    this.namespace = namespace;
  }

  /** Lists names; empty if the cluster doesn't answer, or has no such objects. */
  public List<String> of(NameQuery nameQueries) {
    try {
      return switch (nameQueries) {
        case NameQuery.Kinds() -> kinds();
        case NameQuery.Objects(var kind, var in) -> objects(kind, in);
        case NameQuery.PodContainers(var pod, var in) -> containers(pod, in);
        case NameQuery.Releases(var in) -> releases(in);
        case NameQuery.Containers _,
            NameQuery.Images _,
            NameQuery.Networks _,
            NameQuery.Volumes _ ->
            List.of();
      };
    } catch (ApiException noAnswer) {
      return List.of();
    }
  }

  private List<String> kinds() {
    return discovery.listedOnce().stream()
        .filter(entry -> entry.verbs().contains("list"))
        .map(entry -> entry.kind().plural())
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> objects(String spoken, String in) {
    return discovery
        .named(spoken)
        .filter(entry -> entry.verbs().contains("list"))
        .map(entry -> entry.kind().collectionPath(namespace(in)) + "?limit=" + MAX_NAMES)
        .map(this::names)
        .orElse(List.of());
  }

  private List<String> containers(String pod, String in) {
    String path =
        "/api/v1/namespaces/"
            + ResourceKind.urlEncode(namespace(in))
            + "/pods/"
            + ResourceKind.urlEncode(pod);
    var names = new ArrayList<String>();
    api.find(path)
        .ifPresent(found -> {
          for (String list : List.of("containers", "initContainers")) {
            found.path("spec").path(list).forEach(one -> names.add(one.path("name").asText()));
          }
        });
    return names;
  }

  /** Helm stores each revision in a Secret with the release's name as a label. */
  private List<String> releases(String in) {
    String path =
        "/api/v1/namespaces/"
            + ResourceKind.urlEncode(namespace(in))
            + "/secrets?limit="
            + MAX_NAMES
            + "&labelSelector=owner%3Dhelm";
    var names = new ArrayList<String>();
    for (JsonNode secret : api.get(path).path("items")) {
      names.add(secret.path("metadata").path("labels").path("name").asText());
    }
    return names.stream().filter(name -> !name.isEmpty()).distinct().sorted().toList();
  }

  private List<String> names(String path) {
    var names = new ArrayList<String>();
    for (JsonNode item : api.get(path).path("items")) {
      names.add(item.path("metadata").path("name").asText());
    }
    return names.stream().sorted().toList();
  }

  private String namespace(String asked) {
    return asked.isEmpty() ? namespace.get() : asked;
  }
}
