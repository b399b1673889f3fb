package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the changed fields of a spec and its labels and annotations. */
final class FieldDiff {

  /** Changes shown for an action. */
  private static final int MAX_CHANGES = 3;

  private static final int MAX_LEAVES = 1000;

  private FieldDiff() {}

  /**
   * Compares two versions.
   *
   * @param before null if unknown
   * @param sent the object in the request, which is used if the version before is unknown
   */
  static List<FieldChange> between(@Nullable DataNode before, DataNode after, DataNode sent) {
    if (before == null || !(after instanceof DataNode.Fields)) {
      return before == null ? withoutOldValues(leaves(sent)) : List.of();
    }
    Map<String, String> was = leaves(before);
    Map<String, String> is = leaves(after);
    var paths = new TreeSet<>(was.keySet());
    // a change of a subresource only has the fields of that
    if (before.at("kind").equals(after.at("kind"))) {
      paths.addAll(is.keySet());
    } else {
      paths.retainAll(is.keySet());
    }
    return paths.stream()
        .map(path -> new FieldChange(path, was.getOrDefault(path, ""), is.getOrDefault(path, "")))
        .filter(change -> !change.before().equals(change.after()))
        .limit(MAX_CHANGES)
        .toList();
  }

  private static List<FieldChange> withoutOldValues(Map<String, String> leaves) {
    var changes = new ArrayList<FieldChange>();
    leaves.forEach((path, value) -> changes.add(new FieldChange(path, "", value)));
    return changes.stream().limit(MAX_CHANGES).toList();
  }

  private static Map<String, String> leaves(DataNode object) {
    var leaves = new LinkedHashMap<String, String>();
    collect("spec", object.at("spec"), leaves);
    collect("metadata.labels", object.at("metadata", "labels"), leaves);
    collect("metadata.annotations", object.at("metadata", "annotations"), leaves);
    leaves.keySet().removeIf(FieldDiff::isBookkeeping);
    return leaves;
  }

  /** Whether programs keep the field for themselves. */
  private static boolean isBookkeeping(String path) {
    return path.contains("kubectl.kubernetes.io/last-applied-configuration")
        || path.startsWith("metadata.annotations.deployment.kubernetes.io/")
        || path.endsWith(".creationTimestamp");
  }

  private static void collect(String path, DataNode node, Map<String, String> leaves) {
    if (leaves.size() >= MAX_LEAVES) {
      return;
    }
    switch (node) {
      case DataNode.Fields(var fields) ->
          fields.forEach((name, field) -> collect(path + "." + name, field, leaves));
      case DataNode.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          String name = items.get(i).at("name").text();
          collect(path + "[" + (name.isEmpty() ? i : name) + "]", items.get(i), leaves);
        }
      }
      case DataNode.Text _, DataNode.Numeral _, DataNode.Flag _ -> leaves.put(path, node.text());
      case DataNode.Absent _ -> {}
    }
  }
}
