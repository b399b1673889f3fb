package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.VersionNotServed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds that a server has. Safe for use by several threads. */
public final class Discovery {
  private final KubeApi api;
  private final Map<String, ResourceKind> known = new ConcurrentHashMap<>();
  private volatile List<Entry> listed = List.of();

  public Discovery(KubeApi api) {
    this.api = api;
  }

  /**
   * A kind, with what a server tells of it.
   *
   * @param names its kind, plural, singular and short names
   * @param verbs what can be done with its objects: {@code list}, {@code delete}
   */
  public record Entry(ResourceKind kind, List<String> names, Set<String> verbs) {
    public Entry {
      names = List.copyOf(names);
      verbs = Set.copyOf(verbs);
    }

    public boolean hasName(String name) {
      return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean isOf(String kindName) {
      return kind.kind().equals(kindName);
    }
  }

  /**
   * Finds a kind. Where the server doesn't have it in the version asked for, the version of the
   * same group that the server prefers stands for it. Kinds that were found are remembered; others
   * are asked for again.
   *
   * @return empty if the server doesn't have the kind at all
   * @throws VersionNotServed if it has the kind, but in no version that can stand for the one asked
   *     for
   */
  public Optional<ResourceKind> find(String apiVersion, String kind) {
    String key = apiVersion + " " + kind;
    ResourceKind remembered = known.get(key);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<ResourceKind> found = findIn(apiVersion, kind);
    if (found.isEmpty()) {
      found = findPreferred(apiVersion, kind);
    }
    found.ifPresent(kindFound -> known.put(key, kindFound));
    return found;
  }

  private Optional<ResourceKind> findIn(String apiVersion, String kind) {
    return api.find(root(apiVersion)).stream()
        .flatMap(list -> entries(apiVersion, list).stream())
        .filter(entry -> entry.isOf(kind))
        .map(Entry::kind)
        .findFirst();
  }

  private Optional<ResourceKind> findPreferred(String apiVersion, String kind) {
    String group = group(apiVersion);
    JsonNode versions =
        group.isEmpty()
            ? MissingNode.getInstance()
            : api.find("/apis/" + ResourceKind.urlEncode(group)).orElse(MissingNode.getInstance());
    Optional<ResourceKind> preferred =
        versions.isMissingNode() ? Optional.empty() : findIn(preferredVersion(versions), kind);
    if (preferred.isPresent()) {
      return preferred;
    }
    var served = new LinkedHashMap<String, ResourceKind>();
    for (JsonNode version : versions.path("versions")) {
      findIn(version.path("groupVersion").asText(), kind)
          .ifPresent(found -> served.put(found.apiVersion(), found));
    }
    if (served.isEmpty() && isOfKubernetes(group)) {
      all().stream()
          .map(Entry::kind)
          .filter(found -> found.kind().equals(kind) && isOfKubernetes(group(found.apiVersion())))
          .forEach(found -> served.put(found.apiVersion(), found));
    }
    if (served.containsKey(apiVersion)) {
      // the server has it since the first look
      return Optional.of(served.get(apiVersion));
    }
    if (!served.isEmpty()) {
      throw new VersionNotServed(apiVersion, kind, List.copyOf(served.keySet()));
    }
    return Optional.empty();
  }

  /** Forgets a kind that turned out to be gone. */
  public void forget(ResourceKind kind) {
    known.values().removeIf(kind::equals);
  }

  /**
   * Finds a kind by a name that kubectl would take: of any spelling and number, short, or with its
   * group after a dot. If several kinds have it, the first group's is meant.
   */
  public Optional<Entry> named(String spoken) {
    String name = spoken.toLowerCase(Locale.ROOT);
    Optional<Entry> found = named(name, listedOnce());
    // it may have been defined since
    return found.isPresent() ? found : named(name, all());
  }

  private static Optional<Entry> named(String name, List<Entry> entries) {
    Optional<Entry> found = entries.stream().filter(entry -> entry.hasName(name)).findFirst();
    int dot = name.indexOf('.');
    return found.isPresent() || dot <= 0
        ? found
        : entries.stream().filter(entry -> entry.hasName(name.substring(0, dot))).findFirst();
  }

  /** Lists all kinds as {@link #all} does, but may not know those that were defined lately. */
  public List<Entry> listedOnce() {
    List<Entry> now = listed;
    return now.isEmpty() ? all() : now;
  }

  /**
   * Lists all kinds, the core ones first: each in the version that its group prefers, or in another
   * one if it isn't in that version.
   */
  public List<Entry> all() {
    var answers = new ArrayList<Map.Entry<String, CompletableFuture<JsonNode>>>();
    answers.add(Map.entry("v1", api.send("GET", root("v1"), null)));
    for (JsonNode group : api.get("/apis").path("groups")) {
      var versions = new LinkedHashSet<String>();
      versions.add(preferredVersion(group));
      group
          .path("versions")
          .forEach(version -> versions.add(version.path("groupVersion").asText()));
      versions.forEach(
          version -> answers.add(Map.entry(version, api.send("GET", root(version), null))));
    }
    List<Entry> all = await(answers);
    listed = all;
    return all;
  }

  private static List<Entry> await(List<Map.Entry<String, CompletableFuture<JsonNode>>> answers) {
    var all = new ArrayList<Entry>();
    var pluralByGroup = new HashMap<String, Set<String>>();
    for (var answer : answers) {
      try {
        Set<String> seen =
            pluralByGroup.computeIfAbsent(group(answer.getKey()), _ -> new LinkedHashSet<>());
        entries(answer.getKey(), KubeApi.await(answer.getValue())).stream()
            .filter(entry -> seen.add(entry.kind().plural()))
            .forEach(all::add);
      } catch (ApiError notServed) {
        // the server of an aggregated API is not there: it has nothing to tell
      }
    }
    return List.copyOf(all);
  }

  private static List<Entry> entries(String apiVersion, JsonNode list) {
    var entries = new ArrayList<Entry>();
    for (JsonNode resource : list.path("resources")) {
      String plural = resource.path("name").asText();
      if (plural.indexOf('/') >= 0) {
        continue;
      }
      String kind = resource.path("kind").asText();
      var names = new ArrayList<>(List.of(kind, plural));
      if (!resource.path("singularName").asText().isEmpty()) {
        names.add(resource.path("singularName").asText());
      }
      resource.path("shortNames").forEach(name -> names.add(name.asText()));
      var verbs = new LinkedHashSet<String>();
      resource.path("verbs").forEach(verb -> verbs.add(verb.asText()));
      boolean namespaced = resource.path("namespaced").asBoolean();
      entries.add(new Entry(new ResourceKind(apiVersion, kind, plural, namespaced), names, verbs));
    }
    return entries;
  }

  private static String preferredVersion(JsonNode group) {
    return group.path("preferredVersion").path("groupVersion").asText();
  }

  /** Whether a group is one of Kubernetes itself, where a kind means the same in each. */
  private static boolean isOfKubernetes(String group) {
    return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static String root(String apiVersion) {
    return (apiVersion.indexOf('/') < 0 ? "/api/" : "/apis/") + apiVersion;
  }
}
