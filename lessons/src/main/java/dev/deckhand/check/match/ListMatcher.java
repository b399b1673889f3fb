package dev.deckhand.check.match;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.MergeKey;
import dev.deckhand.check.pattern.Mismatch;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares the elements of a pattern with those of a list, in any order. */
final class ListMatcher {
  /** Elements searched for the one that was probably meant. */
  private static final int MAX_CANDIDATES = 20;

  private final PatternMatcher matcher;
  private final ScalarEquality equality;
  private final ComparisonBudget budget;
  private final FieldPath path;

  ListMatcher(
      PatternMatcher matcher, ScalarEquality equality, ComparisonBudget budget, FieldPath path) {
    this.matcher = matcher;
    this.equality = equality;
    this.budget = budget;
    this.path = path;
  }

  void compare(DataPattern.Elements expected, DataNode actual, MismatchCollector found) {
    if (!(actual instanceof DataNode.Items) && !(actual instanceof DataNode.Absent)) {
      found.add(
          new Mismatch(
              path,
              ValueFormatter.value(actual),
              "a list with " + ValueFormatter.pattern(expected)));
      return;
    }
    if (actual instanceof DataNode.Absent && !expected.elements().isEmpty()) {
      found.add(new Mismatch(path, ValueFormatter.value(actual), ValueFormatter.pattern(expected)));
      return;
    }
    List<DataNode> items = actual instanceof DataNode.Items(var all) ? all : List.of();
    budget.spend(ComparisonBudget.LIST_COST + items.size() + expected.elements().size(), path);
    var index = new ElementIndex(items, path, equality);
    List<BitSet> fitting =
        expected.elements().stream().map(element -> matchingItems(element, items, index)).toList();
    int[] partners = BipartiteMatching.of(fitting, items.size());
    var taken = new BitSet();
    IntStream.of(partners)
        .filter(partner -> partner != BipartiteMatching.UNMATCHED)
        .forEach(taken::set);
    for (int i = 0; i < partners.length && !found.isFull(); i++) {
      if (partners[i] == BipartiteMatching.UNMATCHED) {
        DataPattern element = expected.elements().get(i);
        BitSet free = index.itemsWithSameKey(element);
        free.andNot(taken);
        explain(element, expected, items, free, found);
      }
    }
  }

  private BitSet matchingItems(DataPattern element, List<DataNode> items, ElementIndex index) {
    BitSet fitting = index.candidates(element);
    FieldPath anywhere = path.element("");
    for (int i = fitting.nextSetBit(0); i >= 0; i = fitting.nextSetBit(i + 1)) {
      if (!matcher.matches(element, items.get(i), anywhere)) {
        fitting.clear(i);
      }
    }
    return fitting;
  }

  /** Explains the mismatch of the element that was probably meant: one that is still free. */
  private void explain(
      DataPattern element,
      DataPattern.Elements expected,
      List<DataNode> items,
      BitSet free,
      MismatchCollector found) {
    if (found.isFirstOnly()) {
      found.add(new Mismatch(path, "", ""));
    } else if (element instanceof DataPattern.Scalar(var value, _) && !items.isEmpty()) {
      String all = ValueFormatter.value(new DataNode.Items(items));
      found.add(new Mismatch(path, all, ValueFormatter.value(value) + times(value, expected)));
    } else if (free.isEmpty()) {
      explainMissing(element, items, found);
    } else {
      List<Integer> near = free.stream().limit(MAX_CANDIDATES).boxed().toList();
      found.addAll(mismatchesOfNearest(element, items, near, found.limit()));
    }
  }

  /** How often a scalar is wanted, where once would not do. */
  private String times(DataNode value, DataPattern.Elements expected) {
    long times =
        expected.elements().stream()
            .filter(one ->
                one instanceof DataPattern.Scalar(var other, _)
                    && equality.areEqual(value, other, path.element("")))
            .count();
    return times > 1 ? " " + times + " times" : " among them";
  }

  private void explainMissing(DataPattern element, List<DataNode> items, MismatchCollector found) {
    Optional<MergeKey> key = MergeKey.of(element);
    boolean isNew = key.isPresent() && items.stream().noneMatch(key.get()::matches);
    if (isNew) {
      FieldPath missing = path.element(key.get().value());
      found.add(new Mismatch(missing, "not there", ValueFormatter.pattern(element)));
    } else {
      String one = items.isEmpty() ? "one with " : "one more, with ";
      found.add(
          new Mismatch(
              path,
              ValueFormatter.value(new DataNode.Items(items)),
              one + ValueFormatter.pattern(element)));
    }
  }

  private MismatchCollector mismatchesOfNearest(
      DataPattern element, List<DataNode> items, List<Integer> candidates, int limit) {
    var tried = new ArrayList<MismatchCollector>();
    for (int index : candidates) {
      DataNode item = items.get(index);
      var differences = new MismatchCollector(Math.max(limit, MAX_CANDIDATES));
      matcher.compare(element, item, path.element(MergeKey.label(item, index)), differences);
      tried.add(differences);
    }
    return tried.stream().min(Comparator.comparingInt(MismatchCollector::size)).orElseThrow();
  }
}
