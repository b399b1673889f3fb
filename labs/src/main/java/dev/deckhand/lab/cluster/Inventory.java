package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.KubeRefusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that a cluster holds and that can be deleted, at one moment.
 *
 * @param entries by kind, namespace and name
 */
record Inventory(Map<String, Entry> entries) {

  /** What the cluster itself writes without end. */
  private static final Set<String> CHATTER = Set.of("Event", "Lease", "PodMetrics", "NodeMetrics");

  Inventory {
    entries = Map.copyOf(entries);
  }

  /** One object and where it is. */
  record Entry(Kind kind, JsonNode object) {

    String key() {
      return kind.kind() + " " + meta("namespace") + " " + meta("name");
    }

    /** As a person would name it. */
    String spoken() {
      String place = meta("namespace");
      return kind.kind()
          + " \""
          + meta("name")
          + "\""
          + (place.isEmpty() ? "" : " in namespace \"" + place + "\"");
    }

    /** The namespace that it is in, or that it is; empty for what belongs to the whole cluster. */
    String home() {
      return kind.kind().equals("Namespace") ? meta("name") : meta("namespace");
    }

    String uid() {
      return meta("uid");
    }

    String path() {
      return kind.object(meta("namespace"), meta("name"));
    }

    String meta(String field) {
      return object.path("metadata").path(field).asText();
    }

    /** The uid of the object that manages it, if one does. */
    Optional<String> owner() {
      for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
        return Optional.of(owner.path("uid").asText());
      }
      return Optional.empty();
    }
  }

  /** Lists every kind at once. */
  static Inventory of(KubeApi api, Collection<Kind> kinds) {
    var answers = new LinkedHashMap<Kind, CompletableFuture<JsonNode>>();
    for (Kind kind : kinds) {
      if (!CHATTER.contains(kind.kind())) {
        answers.put(kind, api.send("GET", kind.collection(null), null));
      }
    }
    var byUid = new HashMap<String, Entry>();
    answers.forEach((kind, answer) -> {
      for (JsonNode object : items(answer)) {
        var entry = new Entry(kind, object);
        // one object may be served in two groups
        byUid.putIfAbsent(entry.uid(), entry);
      }
    });
    return new Inventory(
        byUid.values().stream()
            .collect(Collectors.toMap(Entry::key, entry -> entry, (one, _) -> one)));
  }

  private static List<JsonNode> items(CompletableFuture<JsonNode> answer) {
    var items = new ArrayList<JsonNode>();
    try {
      KubeApi.await(answer).path("items").forEach(items::add);
    } catch (KubeRefusal notListable) {
      // a definition that was just removed takes its kind with it
    }
    return items;
  }

  /** What of it is in one namespace, with the namespace itself. */
  Inventory within(String namespace) {
    return only(entry -> entry.home().equals(namespace));
  }

  /** What of it is in none of these namespaces. */
  Inventory outside(Set<String> namespaces) {
    return only(entry -> !namespaces.contains(entry.home()));
  }

  private Inventory only(Predicate<Entry> wanted) {
    return new Inventory(
        entries.entrySet().stream()
            .filter(entry -> wanted.test(entry.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Returns what was made since an earlier inventory, and is not the cluster's own doing on behalf
   * of something that was there before. What is in a namespace that goes, goes with it.
   */
  List<Entry> madeSince(Inventory before) {
    Map<String, Entry> made = newSince(before);
    Set<String> alive = entries.values().stream().map(Entry::uid).collect(Collectors.toSet());
    Set<String> going =
        made.values().stream()
            .filter(entry -> entry.kind().kind().equals("Namespace"))
            .map(entry -> entry.meta("name"))
            .collect(Collectors.toSet());
    return entries.values().stream()
        .filter(entry -> {
          boolean orphan =
              entry
                  .owner()
                  .map(owner -> made.containsKey(owner) || !alive.contains(owner))
                  .orElse(true);
          return going.contains(entry.meta("namespace"))
              || (made.containsKey(entry.uid()) && orphan);
        })
        .toList();
  }

  private Map<String, Entry> newSince(Inventory before) {
    return entries.values().stream()
        .filter(entry -> {
          boolean going = entry.object().path("metadata").has("deletionTimestamp");
          return (going && entry.kind().kind().equals("Namespace"))
              || (!before.entries.containsKey(entry.key()) && !isByTheWay(entry));
        })
        .collect(Collectors.toMap(Entry::uid, entry -> entry));
  }

  /** What controllers put into every namespace, and take away with it. */
  private static boolean isByTheWay(Entry entry) {
    boolean token =
        entry.object().path("type").asText().equals("kubernetes.io/service-account-token");
    boolean account =
        entry.kind().kind().equals("ServiceAccount") && entry.meta("name").equals("default");
    return token || account || entry.meta("name").equals("kube-root-ca.crt");
  }

  /** Returns what an earlier inventory had and this one lacks. */
  List<Entry> missingFrom(Inventory before) {
    return before.entries.values().stream()
        .filter(entry -> !entries.containsKey(entry.key()) && entry.owner().isEmpty())
        .toList();
  }
}
