package dev.deckhand.check.cel;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.Mismatch;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Explains why an expression doesn't hold, by the fields that it reads. */
public final class MismatchExplainer {
  private final CelEvaluator evaluator;

  public MismatchExplainer(CelEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Returns at least one mismatch; if parts are joined by {@code &&}, one for each that doesn't
   * hold.
   */
  public List<Mismatch> explain(
      DataPattern.Expression expression,
      EvaluationResult result,
      EvaluationContext context,
      FieldPath path) {
    String source = expression.source();
    if (!isTrue(expression.expected())) {
      String wanted =
          ValueFormatter.abbreviate(source)
              + " to be "
              + ValueFormatter.value(expression.expected());
      return List.of(describe(source, wanted, result, context, path));
    }
    List<Mismatch> parts =
        evaluator.compile(source) instanceof CompilationResult.Compiled compiled
            ? explainConjuncts(compiled.conjuncts(), context, path)
            : List.of();
    return parts.isEmpty()
        ? List.of(describe(source, ValueFormatter.abbreviate(source), result, context, path))
        : parts;
  }

  private static boolean isTrue(DataNode value) {
    return value instanceof DataNode.Flag(var flag) && flag;
  }

  private List<Mismatch> explainConjuncts(
      List<String> sources, EvaluationContext context, FieldPath path) {
    if (sources.size() == 1) {
      // as the author wrote it
      return List.of();
    }
    var unmet = new ArrayList<Mismatch>();
    var stuck = new ArrayList<Mismatch>();
    for (String source : sources) {
      EvaluationResult result = evaluator.evaluate(source, context, new EvaluationBudget());
      boolean holds = result instanceof EvaluationResult.Value(var value) && isTrue(value);
      if (!holds) {
        var list = result instanceof EvaluationResult.Value ? unmet : stuck;
        list.add(describe(source, ValueFormatter.abbreviate(source), result, context, path));
      }
    }
    // in "before != null && before.x == 1" the second part fails because of the first
    return unmet.isEmpty() ? stuck : unmet;
  }

  private Mismatch describe(
      String source,
      String wanted,
      EvaluationResult result,
      EvaluationContext context,
      FieldPath path) {
    List<FieldReference> references =
        evaluator.compile(source) instanceof CompilationResult.Compiled compiled
            ? compiled.references()
            : List.of();
    if (references.stream().anyMatch(reference -> reference.variable() == CelVariable.ANSWER)) {
      String why = result instanceof EvaluationResult.Failure(var reason) ? reason : "";
      return new Mismatch(path, why, wanted, true);
    }
    Optional<FieldReference> lacking =
        references.stream().filter(one -> isMissing(one, context)).findFirst();
    if (result instanceof EvaluationResult.MissingField && lacking.isPresent()) {
      return new Mismatch(
          lacking.get().pathFrom(path), ValueFormatter.value(new DataNode.Absent()), wanted);
    }
    return describeFields(references, wanted, result, context, path);
  }

  /** Names the first field that is read, and the values of the others. */
  private static Mismatch describeFields(
      List<FieldReference> references,
      String wanted,
      EvaluationResult result,
      EvaluationContext context,
      FieldPath path) {
    Optional<FieldReference> first =
        references.stream().filter(one -> one.variable() != CelVariable.BEFORE).findFirst();
    var actual = new StringJoiner(", ");
    first.map(reference -> ValueFormatter.value(reference.in(context))).ifPresent(actual::add);
    references.stream()
        .filter(reference -> !first.equals(Optional.of(reference)))
        .limit(3)
        .forEach(reference -> actual.add(otherFieldText(reference, context, path)));
    reason(result).ifPresent(actual::add);
    return new Mismatch(
        first.map(reference -> reference.pathFrom(path)).orElse(path),
        actual.length() == 0 ? "not so" : actual.toString(),
        wanted);
  }

  private static boolean isMissing(FieldReference reference, EvaluationContext context) {
    return reference.variable() != CelVariable.BEFORE
        && reference.in(context) instanceof DataNode.Absent;
  }

  private static String otherFieldText(
      FieldReference reference, EvaluationContext context, FieldPath path) {
    String value = ValueFormatter.value(reference.in(context));
    String where = reference.pathFrom(path).toString();
    if (reference.variable() != CelVariable.BEFORE) {
      return "while " + (where.isEmpty() ? "it" : where) + " is " + value;
    }
    return (where.isEmpty() ? "" : where + " ") + "was " + value + " when the step began";
  }

  private static Optional<String> reason(EvaluationResult result) {
    return switch (result) {
      case EvaluationResult.Value(var value) ->
          value instanceof DataNode.Flag
              ? Optional.empty()
              : Optional.of("which gives " + ValueFormatter.value(value));
      case EvaluationResult.MissingField(var reason) -> Optional.of("where " + reason);
      case EvaluationResult.Failure(var reason) -> Optional.of("but " + reason);
    };
  }
}
