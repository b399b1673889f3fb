package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The known objects: their owners, their references and their last version. */
final class ObjectGraph {

  private final Map<ObjectReference, ObjectReference> owners = new HashMap<>();
  private final Map<ObjectReference, Set<ObjectReference>> references = new HashMap<>();
  private final Map<ObjectReference, DataNode> versions = new HashMap<>();

  /** Stores the version of an object that the API server returned. */
  void update(ObjectReference objectReference, DataNode object) {
    if (describes(objectReference, object)) {
      versions.put(objectReference, object);
      link(objectReference, object);
    }
  }

  private static boolean describes(ObjectReference objectReference, DataNode object) {
    return object instanceof DataNode.Fields
        && object.at("kind").text().equals(objectReference.kind());
  }

  /** Stores the owner and the references of an object, without its version. */
  void link(ObjectReference objectReference, DataNode object) {
    if (!describes(objectReference, object)) {
      return;
    }
    if (object.at("metadata", "ownerReferences") instanceof DataNode.Items(var references)) {
      for (DataNode reference : references) {
        boolean rules = reference.at("controller").text().equals("true");
        var owner = reference(reference, objectReference.namespace());
        if (rules || !owners.containsKey(objectReference)) {
          owners.put(objectReference, owner);
        }
      }
    }
    Set<ObjectReference> spoken = referencesOf(objectReference, object);
    if (!spoken.isEmpty()) {
      // earlier references stay, since they may be the reason for a change
      references.computeIfAbsent(objectReference, _ -> new HashSet<>()).addAll(spoken);
    }
  }

  private static Set<ObjectReference> referencesOf(
      ObjectReference objectReference, DataNode object) {
    var spoken = new HashSet<ObjectReference>();
    switch (objectReference.kind()) {
      case "Endpoints" -> {
        spoken.add(
            new ObjectReference("Service", objectReference.namespace(), objectReference.name()));
        for (DataNode subset : items(object.at("subsets"))) {
          addTargets(subset.at("addresses"), objectReference, spoken);
          addTargets(subset.at("notReadyAddresses"), objectReference, spoken);
        }
      }
      case "EndpointSlice" -> {
        String service = object.at("metadata", "labels", "kubernetes.io/service-name").text();
        spoken.add(new ObjectReference("Service", objectReference.namespace(), service));
        addTargets(object.at("endpoints"), objectReference, spoken);
      }
      case "PersistentVolume" -> {
        DataNode claim = object.at("spec", "claimRef");
        if (claim instanceof DataNode.Fields) {
          spoken.add(
              new ObjectReference(
                  "PersistentVolumeClaim", claim.at("namespace").text(), claim.at("name").text()));
        }
      }
      case "PersistentVolumeClaim" -> {
        String volume = object.at("spec", "volumeName").text();
        if (!volume.isEmpty()) {
          spoken.add(new ObjectReference("PersistentVolume", "", volume));
        }
      }
      case "HorizontalPodAutoscaler" ->
          spoken.add(reference(object.at("spec", "scaleTargetRef"), objectReference.namespace()));
      default -> {}
    }
    return spoken;
  }

  private static void addTargets(
      DataNode addresses, ObjectReference objectReference, Set<ObjectReference> spoken) {
    for (DataNode address : items(addresses)) {
      if (address.at("targetRef") instanceof DataNode.Fields target) {
        spoken.add(reference(target, objectReference.namespace()));
      }
    }
  }

  private static ObjectReference reference(DataNode reference, String namespace) {
    return new ObjectReference(reference.at("kind").text(), namespace, reference.at("name").text());
  }

  static Iterable<DataNode> items(DataNode node) {
    return node instanceof DataNode.Items(var items) ? items : java.util.List.of();
  }

  Optional<DataNode> version(ObjectReference objectReference) {
    return Optional.ofNullable(versions.get(objectReference));
  }

  boolean owns(ObjectReference owner, ObjectReference objectReference) {
    return owner.equals(owners.get(objectReference));
  }

  boolean areSiblings(ObjectReference one, ObjectReference other) {
    ObjectReference owner = owners.get(one);
    return owner != null && !one.equals(other) && owner.equals(owners.get(other));
  }

  boolean refersTo(ObjectReference speaker, ObjectReference objectReference) {
    return references.getOrDefault(speaker, Set.of()).contains(objectReference);
  }
}
