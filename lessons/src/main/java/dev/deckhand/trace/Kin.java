package dev.deckhand.trace;

import dev.deckhand.check.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of objects: whose they are, what they speak of, and how they were last seen. */
final class Kin {

  private final Map<Thing, Thing> owners = new HashMap<>();
  private final Map<Thing, Set<Thing>> spokenOf = new HashMap<>();
  private final Map<Thing, Node> versions = new HashMap<>();

  /** Remembers an object as the API server had it. */
  void remember(Thing thing, Node object) {
    if (isOf(thing, object)) {
      versions.put(thing, object);
      tie(thing, object);
    }
  }

  private static boolean isOf(Thing thing, Node object) {
    return object instanceof Node.Fields && object.at("kind").text().equals(thing.kind());
  }

  /** Learns whose it is and what it speaks of, without taking it for the last version yet. */
  void tie(Thing thing, Node object) {
    if (!isOf(thing, object)) {
      return;
    }
    if (object.at("metadata", "ownerReferences") instanceof Node.Items(var references)) {
      for (Node reference : references) {
        boolean rules = reference.at("controller").text().equals("true");
        var owner = named(reference, thing.namespace());
        if (rules || !owners.containsKey(thing)) {
          owners.put(thing, owner);
        }
      }
    }
    Set<Thing> spoken = spokenOf(thing, object);
    if (!spoken.isEmpty()) {
      // whom it no longer speaks of was the reason for the change
      spokenOf.computeIfAbsent(thing, _ -> new HashSet<>()).addAll(spoken);
    }
  }

  private static Set<Thing> spokenOf(Thing thing, Node object) {
    var spoken = new HashSet<Thing>();
    switch (thing.kind()) {
      case "Endpoints" -> {
        spoken.add(new Thing("Service", thing.namespace(), thing.name()));
        for (Node subset : items(object.at("subsets"))) {
          targets(subset.at("addresses"), thing, spoken);
          targets(subset.at("notReadyAddresses"), thing, spoken);
        }
      }
      case "EndpointSlice" -> {
        String service = object.at("metadata", "labels", "kubernetes.io/service-name").text();
        spoken.add(new Thing("Service", thing.namespace(), service));
        targets(object.at("endpoints"), thing, spoken);
      }
      case "PersistentVolume" -> {
        Node claim = object.at("spec", "claimRef");
        if (claim instanceof Node.Fields) {
          spoken.add(
              new Thing(
                  "PersistentVolumeClaim", claim.at("namespace").text(), claim.at("name").text()));
        }
      }
      case "PersistentVolumeClaim" -> {
        String volume = object.at("spec", "volumeName").text();
        if (!volume.isEmpty()) {
          spoken.add(new Thing("PersistentVolume", "", volume));
        }
      }
      case "HorizontalPodAutoscaler" ->
          spoken.add(named(object.at("spec", "scaleTargetRef"), thing.namespace()));
      default -> {}
    }
    return spoken;
  }

  private static void targets(Node addresses, Thing thing, Set<Thing> spoken) {
    for (Node address : items(addresses)) {
      if (address.at("targetRef") instanceof Node.Fields target) {
        spoken.add(named(target, thing.namespace()));
      }
    }
  }

  private static Thing named(Node reference, String namespace) {
    return new Thing(reference.at("kind").text(), namespace, reference.at("name").text());
  }

  static Iterable<Node> items(Node node) {
    return node instanceof Node.Items(var items) ? items : java.util.List.of();
  }

  Optional<Node> version(Thing thing) {
    return Optional.ofNullable(versions.get(thing));
  }

  boolean owns(Thing owner, Thing thing) {
    return owner.equals(owners.get(thing));
  }

  boolean siblings(Thing one, Thing other) {
    Thing owner = owners.get(one);
    return owner != null && !one.equals(other) && owner.equals(owners.get(other));
  }

  boolean speaksOf(Thing speaker, Thing thing) {
    return spokenOf.getOrDefault(speaker, Set.of()).contains(thing);
  }
}
