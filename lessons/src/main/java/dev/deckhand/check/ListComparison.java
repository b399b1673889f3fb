package dev.deckhand.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares the elements that a pattern wants with those of a list, in any order. */
final class ListComparison {
  /** How many elements are looked at to find the one that was probably meant. */
  private static final int NEIGHBOURS = 20;

  private final Comparison comparison;
  private final FieldPath path;

  ListComparison(Comparison comparison, FieldPath path) {
    this.comparison = comparison;
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
    List<BitSet> fitting =
        expected.elements().stream().map(element -> fitting(element, items)).toList();
    int[] partners = Assignment.of(fitting, items.size());
    var free = new BitSet();
    free.set(0, items.size());
    IntStream.of(partners).filter(partner -> partner != Assignment.NONE).forEach(free::clear);
    for (int i = 0; i < partners.length && !found.isFull(); i++) {
      if (partners[i] == Assignment.NONE) {
        explain(expected.elements().get(i), items, free, found);
      }
    }
  }

  private BitSet fitting(Pattern element, List<Node> items) {
    var fitting = new BitSet();
    candidates(element, items)
        .filter(index -> comparison.fits(element, items.get(index), path.element("")))
        .forEach(fitting::set);
    return fitting;
  }

  /** The elements worth a look: those with the same merge key, if the expected one has a key. */
  private static IntStream candidates(Pattern element, List<Node> items) {
    Optional<MergeKey> key = MergeKey.of(element);
    return IntStream.range(0, items.size())
        .filter(index -> key.isEmpty() || key.get().isOf(items.get(index)));
  }

  private void explain(Pattern element, List<Node> items, BitSet free, Mismatches found) {
    if (found.anyWillDo()) {
      found.add(new Mismatch(path, "", ""));
      return;
    }
    List<Integer> left =
        candidates(element, items).filter(free::get).limit(NEIGHBOURS).boxed().toList();
    if (left.isEmpty()) {
      explainMissing(element, items, found);
    } else if (element instanceof Pattern.Scalar(var value, _)) {
      var all = new Node.Items(items);
      found.add(new Mismatch(path, Words.value(all), Words.value(value) + " among them"));
    } else {
      found.addAll(nearest(element, items, left, found.limit()));
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
    return tried.stream().min(java.util.Comparator.comparingInt(Mismatches::size)).orElseThrow();
  }
}
