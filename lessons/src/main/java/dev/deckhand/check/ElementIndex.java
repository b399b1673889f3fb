package dev.deckhand.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the elements of a list that are worth comparing with an expected one.
 *
 * <p>A thousand elements against a thousand are a million comparisons, unless those are passed over
 * that differ in a scalar anyway.
 */
final class ElementIndex {
  private final List<Node> items;
  private final FieldPath path;
  private final Map<String, Map<String, BitSet>> byField = new HashMap<>();

  /**
   * @param path of the list
   */
  ElementIndex(List<Node> items, FieldPath path) {
    this.items = items;
    this.path = path;
  }

  /** Returns the indexes of all elements that may fit, and perhaps of some that do not. */
  BitSet candidates(Pattern element) {
    return switch (element) {
      case Pattern.Scalar(var value, _) when !Quantity.isAt(path.element("")) ->
          having("", value.text());
      case Pattern.Shape shape ->
          telling(shape).map(key -> having(key.name(), key.value())).orElseGet(this::all);
      case Pattern.Scalar _, Pattern.Elements _, Pattern.Missing _ -> all();
    };
  }

  /** Returns the indexes of the elements with the merge key of an expected one; all without one. */
  BitSet sameKey(Pattern element) {
    return MergeKey.of(element).map(key -> having(key.name(), key.value())).orElseGet(this::all);
  }

  private Optional<MergeKey> telling(Pattern.Shape shape) {
    // amounts may be alike and written differently
    return MergeKey.of(shape)
        .or(() ->
            shape.fields().entrySet().stream()
                .filter(field -> !Quantity.isAt(path.element("").field(field.getKey())))
                .flatMap(field ->
                    field.getValue() instanceof Pattern.Scalar(var value, _)
                        ? Optional.of(new MergeKey(field.getKey(), value.text())).stream()
                        : Optional.<MergeKey>empty().stream())
                .findFirst());
  }

  private BitSet having(String field, String text) {
    BitSet found = byField.computeIfAbsent(field, this::index).get(text);
    return found == null ? new BitSet() : (BitSet) found.clone();
  }

  private Map<String, BitSet> index(String field) {
    var index = new HashMap<String, BitSet>();
    for (int i = 0; i < items.size(); i++) {
      Node node = field.isEmpty() ? items.get(i) : items.get(i).at(field);
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
