package dev.deckhand.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares the elements that a pattern wants with those of a list, in any order. */
final class ListComparison {
  /** How many elements are looked at to find the one that was probably meant. */
  private static final int NEIGHBOURS = 20;

  private final Comparison comparison;
  private final Effort effort;
  private final FieldPath path;

  ListComparison(Comparison comparison, Effort effort, FieldPath path) {
    this.comparison = comparison;
    this.effort = effort;
    this.path = path;
  }

  void compare(Pattern.Elements expected, Node actual, Mismatches found) {
    if (!(actual instanceof Node.Items) && !(actual instanceof Node.Absent)) {
      found.add(new Mismatch(path, Words.value(actual), "a list with " + Words.pattern(expected)));
      return;
    }
    if (actual instanceof Node.Absent && !expected.elements().isEmpty()) {
      found.add(new Mismatch(path, Words.value(actual), Words.pattern(expected)));
      return;
    }
    List<Node> items = actual instanceof Node.Items(var all) ? all : List.of();
    effort.spend(Effort.LIST + items.size() + expected.elements().size(), path);
    var index = new ElementIndex(items, path);
    List<BitSet> fitting =
        expected.elements().stream().map(element -> fitting(element, items, index)).toList();
    int[] partners = Assignment.of(fitting, items.size());
    var taken = new BitSet();
    IntStream.of(partners).filter(partner -> partner != Assignment.NONE).forEach(taken::set);
    for (int i = 0; i < partners.length && !found.isFull(); i++) {
      if (partners[i] == Assignment.NONE) {
        Pattern element = expected.elements().get(i);
        BitSet free = index.sameKey(element);
        free.andNot(taken);
        explain(element, items, free, found);
      }
    }
  }

  private BitSet fitting(Pattern element, List<Node> items, ElementIndex index) {
    BitSet fitting = index.candidates(element);
    FieldPath anywhere = path.element("");
    for (int i = fitting.nextSetBit(0); i >= 0; i = fitting.nextSetBit(i + 1)) {
      if (!comparison.fits(element, items.get(i), anywhere)) {
        fitting.clear(i);
      }
    }
    return fitting;
  }

  /** Says what is wrong with the element that was probably meant: one that nobody else takes. */
  private void explain(Pattern element, List<Node> items, BitSet free, Mismatches found) {
    if (found.anyWillDo()) {
      found.add(new Mismatch(path, "", ""));
    } else if (free.isEmpty()) {
      explainMissing(element, items, found);
    } else if (element instanceof Pattern.Scalar(var value, _)) {
      var all = new Node.Items(items);
      found.add(new Mismatch(path, Words.value(all), Words.value(value) + " among them"));
    } else {
      List<Integer> near = free.stream().limit(NEIGHBOURS).boxed().toList();
      found.addAll(nearest(element, items, near, found.limit()));
    }
  }

  private void explainMissing(Pattern element, List<Node> items, Mismatches found) {
    Optional<MergeKey> key = MergeKey.of(element);
    boolean isNew = key.isPresent() && items.stream().noneMatch(key.get()::isOf);
    if (isNew) {
      FieldPath missing = path.element(key.get().value());
      found.add(new Mismatch(missing, "not there", Words.pattern(element)));
    } else {
      String one = items.isEmpty() ? "one with " : "one more, with ";
      found.add(
          new Mismatch(path, Words.value(new Node.Items(items)), one + Words.pattern(element)));
    }
  }

  private Mismatches nearest(
      Pattern element, List<Node> items, List<Integer> candidates, int limit) {
    var tried = new ArrayList<Mismatches>();
    for (int index : candidates) {
      Node item = items.get(index);
      var differences = new Mismatches(Math.max(limit, NEIGHBOURS));
      comparison.compare(element, item, path.element(MergeKey.label(item, index)), differences);
      tried.add(differences);
    }
    return tried.stream().min(Comparator.comparingInt(Mismatches::size)).orElseThrow();
  }
}
