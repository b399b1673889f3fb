package dev.deckhand.check;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a check document looks at: one object by name, or every object that its labels select. */
public sealed interface Subject {

  /** The name, or null where any object of the kind may match. */
  @Nullable String name();

  /** The labels that select among objects without a name; empty selects all. */
  Map<String, String> labels();

  /** The subject as a learner would say it: {@code Deployment "web"}, {@code Pod with app=web}. */
  default String spoken() {
    String kind =
        switch (this) {
          case KubernetesObject object -> object.kind();
          case DockerObject object -> object.kind().word();
        };
    if (name() != null) {
      return kind + " \"" + name() + "\"";
    }
    // sorted: the order of a copied map differs from one start of the program to the next
    var asked = new TreeMap<>(labels()).toString();
    return labels().isEmpty() ? kind : kind + " with " + asked.substring(1, asked.length() - 1);
  }

  /**
   * An object that a Kubernetes API server holds.
   *
   * @param namespace null for the lesson's namespace, and for kinds that have none
   */
  record KubernetesObject(
      String apiVersion,
      String kind,
      @Nullable String name,
      @Nullable String namespace,
      Map<String, String> labels)
      implements Subject {
    public KubernetesObject {
      labels = Map.copyOf(labels);
    }
  }

  /** An object that a Docker engine holds; the name is a name, an id or an image's tag. */
  record DockerObject(DockerKind kind, @Nullable String name, Map<String, String> labels)
      implements Subject {
    public DockerObject {
      labels = Map.copyOf(labels);
    }
  }

  /** The kinds of {@code docker/v1}. */
  enum DockerKind {
    CONTAINER("Container"),
    IMAGE("Image"),
    NETWORK("Network"),
    VOLUME("Volume");

    private final String word;

    DockerKind(String word) {
      this.word = word;
    }

    /** The kind as it is written in a check document. */
    public String word() {
      return word;
    }
  }
}
