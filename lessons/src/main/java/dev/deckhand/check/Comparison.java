package dev.deckhand.check;

import java.util.Map;

/** Compares a pattern with an object, and collects where they differ. */
final class Comparison {
  private static final Node.Absent NOTHING = new Node.Absent();

  private final Expressions expressions;
  private final Explanation explanation;
  private final Effort effort;
  private final Scene scene;

  Comparison(Expressions expressions, Effort effort, Scene scene) {
    this.expressions = expressions;
    this.explanation = new Explanation(expressions);
    this.effort = effort;
    this.scene = scene;
  }

  boolean fits(Pattern pattern, Node actual, FieldPath path) {
    var any = Mismatches.any();
    compare(pattern, actual, path, any);
    return any.isEmpty();
  }

  void compare(Pattern pattern, Node actual, FieldPath path, Mismatches found) {
    effort.spend(1, path);
    switch (pattern) {
      case Pattern.Missing _ -> {
        if (!(actual instanceof Node.Absent)) {
          found.add(new Mismatch(path, Words.value(actual), "not to be there"));
        }
      }
      case Pattern.Scalar(var expected, _) -> {
        if (!Likeness.between(expected, actual, path)) {
          Words.Pair pair = Words.contrast(actual, expected);
          found.add(new Mismatch(path, pair.actual(), pair.expected()));
        }
      }
      case Pattern.Elements elements ->
          new ListComparison(this, effort, path).compare(elements, actual, found);
      case Pattern.Shape shape -> compareShape(shape, actual, path, found);
    }
  }

  private void compareShape(Pattern.Shape shape, Node actual, FieldPath path, Mismatches found) {
    boolean isPlainMap = shape.expressions().isEmpty() && shape.fields().isEmpty();
    boolean mayHaveFields = actual instanceof Node.Fields || actual instanceof Node.Absent;
    if (!mayHaveFields && (isPlainMap || !shape.fields().isEmpty())) {
      found.add(new Mismatch(path, Words.value(actual), "a map with " + Words.pattern(shape)));
    } else if (!(actual instanceof Node.Absent)) {
      compareFields(shape, actual, path, found);
    } else if (isPlainMap) {
      found.add(new Mismatch(path, Words.value(actual), "to be there"));
    } else {
      compareWithNothing(shape, path, found);
    }
  }

  private void compareFields(Pattern.Shape shape, Node actual, FieldPath path, Mismatches found) {
    for (Map.Entry<String, Pattern> field : shape.fields().entrySet()) {
      if (found.isFull()) {
        return;
      }
      compare(field.getValue(), actual.at(field.getKey()), path.field(field.getKey()), found);
    }
    for (Pattern.Expression expression : shape.expressions()) {
      if (found.isFull()) {
        return;
      }
      compareExpression(expression, actual, path, found);
    }
  }

  /**
   * Compares with a map that is not there: what must be missing in it is, all else is unmet.
   * Several fields that are missing for one reason are one finding.
   */
  private void compareWithNothing(Pattern.Shape shape, FieldPath path, Mismatches found) {
    var missing = new Mismatches(2);
    for (Map.Entry<String, Pattern> field : shape.fields().entrySet()) {
      compare(field.getValue(), NOTHING, path.field(field.getKey()), missing);
    }
    for (Pattern.Expression expression : shape.expressions()) {
      missing.add(new Mismatch(path, Words.value(NOTHING), Words.cut(expression.source())));
    }
    if (missing.size() == 1) {
      found.addAll(missing);
    } else if (!missing.isEmpty()) {
      found.add(new Mismatch(path, Words.value(NOTHING), Words.pattern(shape)));
    }
  }

  private void compareExpression(
      Pattern.Expression expression, Node self, FieldPath path, Mismatches found) {
    Scene here = scene.at(self);
    var allowance = new Allowance();
    Outcome outcome = expressions.evaluate(expression.source(), here, allowance);
    effort.spend(Effort.EXPRESSION + Effort.STEP * allowance.steps(), path);
    boolean met =
        outcome instanceof Outcome.Gave(var value)
            && Likeness.between(expression.expected(), value, path);
    if (!met && found.anyWillDo()) {
      found.add(new Mismatch(path, "", ""));
    } else if (!met) {
      explanation.of(expression, outcome, here, path).forEach(found::add);
    }
  }
}
