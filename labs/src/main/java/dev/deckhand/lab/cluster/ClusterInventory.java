package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything deletable in a cluster at one moment.
 *
 * @param entries by kind, namespace and name
 */
record ClusterInventory(Map<String, Entry> entries) {

  /** What the cluster itself keeps writing; an IPAddress comes and goes with its Service. */
  private static final Set<String> IGNORED_KINDS =
      Set.of("Event", "Lease", "PodMetrics", "NodeMetrics", "IPAddress");

  private static final ResourceKind NAMESPACES =
      new ResourceKind("v1", "Namespace", "namespaces", false);

  ClusterInventory {
    entries = Map.copyOf(entries);
  }

  /** One object and its kind. */
  record Entry(ResourceKind kind, JsonNode object) {

    String key() {
      return kind.kind() + " " + metadata("namespace") + " " + metadata("name");
    }

    /** Its kind, name and namespace, for messages. */
    String displayName() {
      String place = metadata("namespace");
      return kind.kind()
          + " \""
          + metadata("name")
          + "\""
          + (place.isEmpty() ? "" : " in namespace \"" + place + "\"");
    }

    /** Its namespace, or its name if it is one; empty for cluster-wide objects. */
    String effectiveNamespace() {
      return kind.kind().equals("Namespace") ? metadata("name") : metadata("namespace");
    }

    String uid() {
      return metadata("uid");
    }

    String path() {
      return kind.objectPath(metadata("namespace"), metadata("name"));
    }

    String metadata(String field) {
      return object.path("metadata").path(field).asText();
    }

    /** The uid of the object that manages it, if one does. */
    Optional<String> ownerUid() {
      for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
        return Optional.of(owner.path("uid").asText());
      }
      return Optional.empty();
    }
  }

  /** Lists every kind at once, in the whole cluster. */
  static ClusterInventory of(KubeApi api, Collection<ResourceKind> resourceKinds) {
    return list(api, resourceKinds, null, List.of());
  }

  /** Lists what is in one namespace, and the namespace itself. */
  static ClusterInventory of(KubeApi api, Collection<ResourceKind> kinds, String namespace) {
    List<Entry> own =
        api
            .find(NAMESPACES.objectPath(null, namespace))
            .map(object -> new Entry(NAMESPACES, object))
            .stream()
            .toList();
    return list(api, kinds.stream().filter(ResourceKind::namespaced).toList(), namespace, own);
  }

  private static ClusterInventory list(
      KubeApi api,
      Collection<ResourceKind> resourceKinds,
      @Nullable String namespace,
      List<Entry> known) {
    var answers = new LinkedHashMap<ResourceKind, CompletableFuture<JsonNode>>();
    for (ResourceKind resourceKind : resourceKinds) {
      if (!IGNORED_KINDS.contains(resourceKind.kind())) {
        answers.put(resourceKind, api.send("GET", resourceKind.collectionPath(namespace), null));
      }
    }
    var byUid = new HashMap<String, Entry>();
    known.forEach(entry -> byUid.put(entry.uid(), entry));
    answers.forEach((resourceKind, answer) -> {
      for (JsonNode object : items(answer)) {
        var entry = new Entry(resourceKind, object);
        // an object may be served in two groups
        byUid.putIfAbsent(entry.uid(), entry);
      }
    });
    return new ClusterInventory(
        byUid.values().stream()
            .collect(Collectors.toMap(Entry::key, entry -> entry, (one, _) -> one)));
  }

  private static List<JsonNode> items(CompletableFuture<JsonNode> answer) {
    var items = new ArrayList<JsonNode>();
    try {
      KubeApi.await(answer).path("items").forEach(items::add);
    } catch (ApiError notListable) {
      // a definition that was just removed removes its kind
    }
    return items;
  }

  /** The part that is in none of these namespaces. */
  ClusterInventory outsideNamespaces(Set<String> namespaces) {
    return filter(entry -> !namespaces.contains(entry.effectiveNamespace()));
  }

  ClusterInventory filter(Predicate<Entry> wanted) {
    return new ClusterInventory(
        entries.entrySet().stream()
            .filter(entry -> wanted.test(entry.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Returns what was created since an earlier inventory, except for what controllers created for an
   * earlier object, and for what the cluster itself deployed later. Includes everything in a
   * namespace that was created since or is being deleted.
   */
  List<Entry> createdSince(ClusterInventory before) {
    Map<String, Entry> made = addedSince(before);
    Map<String, Entry> alive = byUid(entries.values().stream());
    Set<String> going =
        made.values().stream()
            .filter(entry -> entry.kind().kind().equals("Namespace"))
            .map(entry -> entry.metadata("name"))
            .collect(Collectors.toSet());
    return entries.values().stream()
        .filter(entry ->
            going.contains(entry.metadata("namespace"))
                || (made.containsKey(entry.uid()) && !hasEarlierRoot(entry, alive, made.keySet())))
        .toList();
  }

  /** Whether its owner, or the owner's owner, is an object that was not created since. */
  private static boolean hasEarlierRoot(Entry entry, Map<String, Entry> alive, Set<String> made) {
    var seen = new HashSet<String>();
    Entry root = entry;
    while (seen.add(root.uid())) {
      Optional<String> owner = root.ownerUid();
      if (owner.isEmpty()) {
        return !made.contains(root.uid());
      }
      Entry next = alive.get(owner.get());
      if (next == null) {
        return false;
      }
      root = next;
    }
    // they own each other, which no controller does
    return false;
  }

  private Map<String, Entry> addedSince(ClusterInventory before) {
    return byUid(
        entries.values().stream()
            .filter(entry -> {
              boolean going = entry.object().path("metadata").has("deletionTimestamp");
              return (going && entry.kind().kind().equals("Namespace"))
                  || (!before.entries.containsKey(entry.key())
                      && !isControllerCreated(entry, before)
                      && !ClusterAddons.deployed(entry.object()));
            }));
  }

  private static Map<String, Entry> byUid(Stream<Entry> entries) {
    return entries.collect(Collectors.toMap(Entry::uid, entry -> entry));
  }

  /** What controllers create in every namespace, and remove with it; and for earlier Services. */
  private static boolean isControllerCreated(Entry entry, ClusterInventory before) {
    String kind = entry.kind().kind();
    boolean token =
        entry.object().path("type").asText().equals("kubernetes.io/service-account-token");
    boolean account = kind.equals("ServiceAccount") && entry.metadata("name").equals("default");
    // unlike an EndpointSlice, it doesn't say that a Service owns it
    boolean endpoints =
        kind.equals("Endpoints")
            && before.entries.containsKey(entry.key().replaceFirst("Endpoints", "Service"));
    return token || account || endpoints || entry.metadata("name").equals("kube-root-ca.crt");
  }

  /** Returns what is in an earlier inventory but not in this one. */
  List<Entry> removedSince(ClusterInventory before) {
    return before.entries.values().stream()
        .filter(entry -> !entries.containsKey(entry.key()) && entry.ownerUid().isEmpty())
        .toList();
  }
}
