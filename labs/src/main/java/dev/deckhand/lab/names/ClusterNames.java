package dev.deckhand.lab.names;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.Things;
import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.KubeGone;
import dev.deckhand.lab.kube.KubeRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Names of what a cluster has. */
public final class ClusterNames {

  /** Nobody chooses from more than that. */
  private static final int MOST = 500;

  private final KubeApi api;
  private final SpokenKinds kinds;
  private final Supplier<String> namespace;

  /**
   * @param namespace the one that the learner's commands use by themselves
   */
  public ClusterNames(KubeApi api, Supplier<String> namespace) {
    this.api = api;
    this.kinds = new SpokenKinds(api);
    this.namespace = namespace;
  }

  /** Names them; nothing where the cluster does not answer, or has no such things. */
  public List<String> of(Things things) {
    try {
      return switch (things) {
        case Things.Kinds() -> kinds.names();
        case Things.Objects(var kind, var in) -> objects(kind, in);
        case Things.PodContainers(var pod, var in) -> containers(pod, in);
        case Things.Releases(var in) -> releases(in);
        case Things.Containers _, Things.Images _, Things.Networks _, Things.Volumes _ -> List.of();
      };
    } catch (KubeGone | KubeRefusal noAnswer) {
      return List.of();
    }
  }

  private List<String> objects(String spoken, String in) {
    Optional<Kind> kind = kinds.find(spoken);
    return kind.map(found -> names(found.collection(namespace(in)) + "?limit=" + MOST))
        .orElse(List.of());
  }

  private List<String> containers(String pod, String in) {
    String path = "/api/v1/namespaces/" + Kind.quoted(namespace(in)) + "/pods/" + Kind.quoted(pod);
    var names = new ArrayList<String>();
    api.find(path)
        .ifPresent(found -> {
          for (String list : List.of("containers", "initContainers")) {
            found.path("spec").path(list).forEach(one -> names.add(one.path("name").asText()));
          }
        });
    return names;
  }

  /** Helm keeps each revision of a release in a Secret; a label of it has the release's name. */
  private List<String> releases(String in) {
    String path =
        "/api/v1/namespaces/"
            + Kind.quoted(namespace(in))
            + "/secrets?limit="
            + MOST
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
