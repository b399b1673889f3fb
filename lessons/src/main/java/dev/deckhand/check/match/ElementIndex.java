package dev.deckhand.check.match;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.MergeKey;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the elements of a list that may match an expected one.
 *
 * <p>Comparing a thousand elements with a thousand takes a million comparisons, unless those that
 * differ in a scalar are skipped.
 */
final class ElementIndex {
  private final List<DataNode> items;
  private final FieldPath path;
  private final ScalarEquality equality;
  private final Map<String, Map<String, BitSet>> byField = new HashMap<>();

  /**
   * @param path the path of the list
   */
  ElementIndex(List<DataNode> items, FieldPath path, ScalarEquality equality) {
    this.items = items;
    this.path = path;
    this.equality = equality;
  }

  /** Returns the indexes of all elements that fit, and maybe of some that don't. */
  BitSet candidates(DataPattern element) {
    return switch (element) {
      case DataPattern.Scalar(var value, _) when !equality.isQuantityField(path.element("")) ->
          itemsWith("", value.text());
      case DataPattern.Shape shape ->
          distinguishingField(shape)
              .map(key -> itemsWith(key.name(), key.value()))
              .orElseGet(this::all);
      case DataPattern.Scalar _, DataPattern.Elements _, DataPattern.Missing _ -> all();
    };
  }

  /** Returns the indexes of the elements with the merge key of an expected one; all without one. */
  BitSet itemsWithSameKey(DataPattern element) {
    return MergeKey.of(element).map(key -> itemsWith(key.name(), key.value())).orElseGet(this::all);
  }

  private Optional<MergeKey> distinguishingField(DataPattern.Shape shape) {
    // equal quantities may be written differently
    return MergeKey.of(shape)
        .or(() ->
            shape.fields().entrySet().stream()
                .filter(field -> !equality.isQuantityField(path.element("").field(field.getKey())))
                .flatMap(field ->
                    field.getValue() instanceof DataPattern.Scalar(var value, _)
                        ? Optional.of(new MergeKey(field.getKey(), value.text())).stream()
                        : Optional.<MergeKey>empty().stream())
                .findFirst());
  }

  private BitSet itemsWith(String field, String text) {
    BitSet found = byField.computeIfAbsent(field, this::index).get(text);
    return found == null ? new BitSet() : (BitSet) found.clone();
  }

  private Map<String, BitSet> index(String field) {
    var index = new HashMap<String, BitSet>();
    for (int i = 0; i < items.size(); i++) {
      DataNode node = field.isEmpty() ? items.get(i) : items.get(i).at(field);
      index.computeIfAbsent(node.text(), text -> new BitSet()).set(i);
    }
    return index;
  }

  private BitSet all() {
    var all = new BitSet();
    all.set(0, items.size());
    return all;
  }
}
