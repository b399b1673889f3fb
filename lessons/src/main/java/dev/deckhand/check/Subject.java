package dev.deckhand.check;

import dev.deckhand.check.pattern.ValueFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a check document is about: one object by name, all objects that its labels select, or
 * something that has to be tried, such as an address or a command.
 */
public sealed interface Subject {

  /** The name; null if any object of the kind may match. */
  @Nullable String name();

  /** The labels that select objects if there is no name; empty selects all. */
  default Map<String, String> labels() {
    return Map.of();
  }

  /** Whether it exists or not; an address or a command always gives some result. */
  default boolean isObject() {
    return switch (this) {
      case KubernetesObject _, DockerObject _, HelmRelease _, JavaVariable _ -> true;
      case HttpAnswer _, Execution _, WorkspaceFile _ -> false;
    };
  }

  /** The namespace that the check names; null for the lesson's, and where there are none. */
  default @Nullable String namespace() {
    return null;
  }

  /** The kind as it is written in a check document, for objects that have one. */
  default String kindName() {
    return switch (this) {
      case KubernetesObject object -> object.kind();
      case DockerObject object -> object.kind().kindName();
      case HelmRelease _ -> "Release";
      case HttpAnswer _ -> "Http";
      case Execution _ -> "Exec";
      case WorkspaceFile _ -> "File";
      case JavaVariable _ -> "Variable";
    };
  }

  /**
   * The subject in words: {@code Deployment "web"}, {@code Pod with app=web}, with the namespace if
   * the check names one. Subjects that differ have different names.
   */
  default String displayName() {
    if (this instanceof HttpAnswer(var url)) {
      return url;
    }
    if (this instanceof Execution execution) {
      return execution.commandDisplayName();
    }
    String where = namespace() == null ? "" : " in namespace " + namespace();
    if (name() != null) {
      return kindName() + " \"" + name() + "\"" + where;
    }
    // sorted, since the order of an immutable map differs between runs
    var asked = new TreeMap<>(labels()).toString();
    return labels().isEmpty()
        ? kindName() + where
        : kindName() + " with " + asked.substring(1, asked.length() - 1) + where;
  }

  /**
   * An object of a Kubernetes API server.
   *
   * @param namespace null for the lesson's namespace and for kinds without one
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

    /**
     * Whether the kind is of Kubernetes itself: custom resources are in groups of other domains.
     */
    public boolean isBuiltIn() {
      String group = apiVersion.contains("/") ? apiVersion.split("/", 2)[0] : "";
      return !group.contains(".") || group.endsWith(".k8s.io");
    }
  }

  /** An object of a Docker engine; the name is a name, an id or the tag of an image. */
  record DockerObject(DockerKind kind, @Nullable String name, Map<String, String> labels)
      implements Subject {
    public DockerObject {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * The newest revision of a Helm release.
   *
   * @param namespace null for the lesson's namespace
   */
  record HelmRelease(@Nullable String name, @Nullable String namespace) implements Subject {}

  /** The answer of a web address to a request from inside the lab. */
  record HttpAnswer(String url) implements Subject {
    /** Not {@code java.net.URI}: it knows no host with an underscore, as containers may have. */
    private static final Pattern ADDRESS =
        Pattern.compile("(https?)://([A-Za-z0-9._-]+)(?::(\\d{1,5}))?(?:[/?].*)?");

    public HttpAnswer {
      if (!ADDRESS.matcher(url).matches()) {
        throw new IllegalArgumentException("not an HTTP address: " + url);
      }
    }

    @Override
    public String name() {
      return url;
    }

    /** A name or an IPv4 address. */
    public String host() {
      return parts().group(2);
    }

    /** The port, that of the scheme if the address has none. */
    public int port() {
      String port = parts().group(3);
      return port != null ? Integer.parseInt(port) : isSecure() ? 443 : 80;
    }

    public boolean isSecure() {
      return parts().group(1).equals("https");
    }

    private MatchResult parts() {
      Matcher address = ADDRESS.matcher(url);
      address.matches();
      return address.toMatchResult();
    }
  }

  /**
   * The result of a command, which runs repeatedly while a step is open and must change nothing.
   *
   * @param target the name of the container or Pod; empty in the workspace
   * @param command the program and its arguments
   */
  record Execution(Location scene, String target, List<String> command) implements Subject {
    public Execution {
      command = List.copyOf(command);
    }

    @Override
    public String name() {
      return String.join(" ", command);
    }

    private String commandDisplayName() {
      // the line alone, without sh -c
      String line = isShellLine() ? command.getLast() : name();
      return "\"" + ValueFormatter.abbreviate(line) + "\" in " + locationName();
    }

    private boolean isShellLine() {
      return command.size() == 3 && command.get(1).equals("-c");
    }

    /** Where it runs, as it is written in a check document: {@code pod/web}. */
    public String locationName() {
      return target.isEmpty() ? "the workspace" : scene.keyword() + "/" + target;
    }

    /** Where a command runs. */
    public enum Location {
      WORKSPACE,
      CONTAINER,
      POD;

      /** The location as it is written in a check document. */
      public String keyword() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** A file of the learner; the path is relative to the workspace. */
  record WorkspaceFile(String path) implements Subject {
    @Override
    public String name() {
      return path;
    }
  }

  /** A variable in the JShell of the lesson. */
  record JavaVariable(String variable) implements Subject {
    @Override
    public String name() {
      return variable;
    }
  }

  /** The kinds of {@code docker/v1}. */
  enum DockerKind {
    CONTAINER("Container"),
    IMAGE("Image"),
    NETWORK("Network"),
    VOLUME("Volume");

    private final String kindName;

    DockerKind(String word) {
      this.kindName = word;
    }

    /** The kind as it is written in a check document. */
    public String kindName() {
      return kindName;
    }
  }
}
