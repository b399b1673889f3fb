package dev.deckhand.check.match;

import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.cel.EvaluationBudget;
import dev.deckhand.check.cel.EvaluationContext;
import dev.deckhand.check.cel.EvaluationResult;
import dev.deckhand.check.cel.MismatchExplainer;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.Mismatch;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.Map;

/** Compares a pattern with an object and collects the differences. */
public final class PatternMatcher {
  private static final DataNode.Absent ABSENT = new DataNode.Absent();

  private final CelEvaluator evaluator;
  private final MismatchExplainer explainer;
  private final ComparisonBudget budget;
  private final EvaluationContext context;
  private final ScalarEquality equality;

  /**
   * @param isKnownSchema whether names of fields tell which of them hold a quantity or a port
   */
  public PatternMatcher(
      CelEvaluator evaluator,
      ComparisonBudget budget,
      EvaluationContext context,
      boolean isKnownSchema) {
    this.equality = new ScalarEquality(isKnownSchema);
    this.evaluator = evaluator;
    this.explainer = new MismatchExplainer(evaluator);
    this.budget = budget;
    this.context = context;
  }

  public boolean matches(DataPattern pattern, DataNode actual, FieldPath path) {
    var any = MismatchCollector.firstOnly();
    compare(pattern, actual, path, any);
    return any.isEmpty();
  }

  public void compare(
      DataPattern pattern, DataNode actual, FieldPath path, MismatchCollector found) {
    budget.spend(1, path);
    switch (pattern) {
      case DataPattern.Missing _ -> {
        if (!(actual instanceof DataNode.Absent)) {
          found.add(new Mismatch(path, ValueFormatter.value(actual), "not to be there"));
        }
      }
      case DataPattern.Scalar(var expected, _) -> {
        if (!equality.areEqual(expected, actual, path)) {
          ValueFormatter.Contrast contrast = ValueFormatter.contrast(actual, expected);
          found.add(new Mismatch(path, contrast.actual(), contrast.expected()));
        }
      }
      case DataPattern.Elements elements ->
          new ListMatcher(this, equality, budget, path).compare(elements, actual, found);
      case DataPattern.Shape shape -> compareShape(shape, actual, path, found);
    }
  }

  private void compareShape(
      DataPattern.Shape shape, DataNode actual, FieldPath path, MismatchCollector found) {
    boolean isPlainMap = shape.expressions().isEmpty() && shape.fields().isEmpty();
    boolean mayHaveFields = actual instanceof DataNode.Fields || actual instanceof DataNode.Absent;
    if (!mayHaveFields && (isPlainMap || !shape.fields().isEmpty())) {
      found.add(
          new Mismatch(
              path, ValueFormatter.value(actual), "a map with " + ValueFormatter.pattern(shape)));
    } else if (!(actual instanceof DataNode.Absent)) {
      compareFields(shape, actual, path, found);
    } else if (isPlainMap) {
      found.add(new Mismatch(path, ValueFormatter.value(actual), "to be there"));
    } else {
      compareWithAbsent(shape, path, found);
    }
  }

  private void compareFields(
      DataPattern.Shape shape, DataNode actual, FieldPath path, MismatchCollector found) {
    for (Map.Entry<String, DataPattern> field : shape.fields().entrySet()) {
      if (found.isFull()) {
        return;
      }
      compare(field.getValue(), actual.at(field.getKey()), path.field(field.getKey()), found);
    }
    for (DataPattern.Expression expression : shape.expressions()) {
      if (found.isFull()) {
        return;
      }
      compareExpression(expression, actual, path, found);
    }
  }

  /**
   * Compares with a map that doesn't exist: fields that must be missing match, all others don't. If
   * several fields don't match, that is one mismatch.
   */
  private void compareWithAbsent(DataPattern.Shape shape, FieldPath path, MismatchCollector found) {
    var missing = new MismatchCollector(2);
    for (Map.Entry<String, DataPattern> field : shape.fields().entrySet()) {
      compare(field.getValue(), ABSENT, path.field(field.getKey()), missing);
    }
    for (DataPattern.Expression expression : shape.expressions()) {
      missing.add(
          new Mismatch(
              path, ValueFormatter.value(ABSENT), ValueFormatter.abbreviate(expression.source())));
    }
    if (missing.size() == 1) {
      found.addAll(missing);
    } else if (!missing.isEmpty()) {
      found.add(new Mismatch(path, ValueFormatter.value(ABSENT), ValueFormatter.pattern(shape)));
    }
  }

  private void compareExpression(
      DataPattern.Expression expression, DataNode self, FieldPath path, MismatchCollector found) {
    EvaluationContext here = context.withSelf(self);
    var evaluationBudget = new EvaluationBudget();
    EvaluationResult result = evaluator.evaluate(expression.source(), here, evaluationBudget);
    budget.spend(
        ComparisonBudget.EXPRESSION_COST + ComparisonBudget.STEP_COST * evaluationBudget.steps(),
        path);
    boolean met =
        result instanceof EvaluationResult.Value(var value)
            && equality.areEqual(expression.expected(), value, path);
    if (!met && found.isFirstOnly()) {
      found.add(new Mismatch(path, "", ""));
    } else if (!met) {
      explainer.explain(expression, result, here, path).forEach(found::add);
    }
  }
}
