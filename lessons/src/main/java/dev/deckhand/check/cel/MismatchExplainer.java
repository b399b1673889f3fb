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

/** Says why an expression is not met, by the fields that it speaks of. */
public final class MismatchExplainer {
  private final CelEvaluator celEvaluator;

  public MismatchExplainer(CelEvaluator celEvaluator) {
    this.celEvaluator = celEvaluator;
  }

  /** Returns at least one mismatch: where parts are joined by {@code &&}, for each unmet part. */
  public List<Mismatch> explain(
      DataPattern.Expression expression,
      EvaluationResult evaluationResult,
      EvaluationContext evaluationContext,
      FieldPath path) {
    String source = expression.source();
    if (!isTrue(expression.expected())) {
      String wanted =
          ValueFormatter.abbreviate(source)
              + " to be "
              + ValueFormatter.value(expression.expected());
      return List.of(describe(source, wanted, evaluationResult, evaluationContext, path));
    }
    List<Mismatch> parts =
        celEvaluator.compile(source) instanceof CompilationResult.Compiled compiled
            ? explainConjuncts(compiled.conjuncts(), evaluationContext, path)
            : List.of();
    return parts.isEmpty()
        ? List.of(
            describe(
                source,
                ValueFormatter.abbreviate(source),
                evaluationResult,
                evaluationContext,
                path))
        : parts;
  }

  private static boolean isTrue(DataNode value) {
    return value instanceof DataNode.Flag(var flag) && flag;
  }

  private List<Mismatch> explainConjuncts(
      List<String> sources, EvaluationContext evaluationContext, FieldPath path) {
    if (sources.size() == 1) {
      // as the author wrote it
      return List.of();
    }
    var unmet = new ArrayList<Mismatch>();
    var stuck = new ArrayList<Mismatch>();
    for (String source : sources) {
      EvaluationResult evaluationResult =
          celEvaluator.evaluate(source, evaluationContext, new EvaluationBudget());
      boolean holds =
          evaluationResult instanceof EvaluationResult.Value(var value) && isTrue(value);
      if (!holds) {
        var list = evaluationResult instanceof EvaluationResult.Value ? unmet : stuck;
        list.add(
            describe(
                source,
                ValueFormatter.abbreviate(source),
                evaluationResult,
                evaluationContext,
                path));
      }
    }
    // "before != null && before.x == 1": where the first part is false, the second only follows
    return unmet.isEmpty() ? stuck : unmet;
  }

  private Mismatch describe(
      String source,
      String wanted,
      EvaluationResult evaluationResult,
      EvaluationContext evaluationContext,
      FieldPath path) {
    List<FieldReference> fieldReferences =
        celEvaluator.compile(source) instanceof CompilationResult.Compiled compiled
            ? compiled.references()
            : List.of();
    if (fieldReferences.stream()
        .anyMatch(fieldReference -> fieldReference.variable() == CelVariable.ANSWER)) {
      String why = evaluationResult instanceof EvaluationResult.Failure(var reason) ? reason : "";
      return new Mismatch(path, why, wanted, true);
    }
    Optional<FieldReference> lacking =
        fieldReferences.stream().filter(one -> isMissing(one, evaluationContext)).findFirst();
    if (evaluationResult instanceof EvaluationResult.MissingField && lacking.isPresent()) {
      return new Mismatch(
          lacking.get().pathFrom(path), ValueFormatter.value(new DataNode.Absent()), wanted);
    }
    return describeFields(fieldReferences, wanted, evaluationResult, evaluationContext, path);
  }

  /** Names the first field that is spoken of, and says what the others are beside it. */
  private static Mismatch describeFields(
      List<FieldReference> fieldReferences,
      String wanted,
      EvaluationResult evaluationResult,
      EvaluationContext evaluationContext,
      FieldPath path) {
    Optional<FieldReference> first =
        fieldReferences.stream().filter(one -> one.variable() != CelVariable.BEFORE).findFirst();
    var actual = new StringJoiner(", ");
    first
        .map(fieldReference -> ValueFormatter.value(fieldReference.in(evaluationContext)))
        .ifPresent(actual::add);
    fieldReferences.stream()
        .filter(fieldReference -> !first.equals(Optional.of(fieldReference)))
        .limit(3)
        .forEach(
            fieldReference -> actual.add(otherFieldText(fieldReference, evaluationContext, path)));
    reason(evaluationResult).ifPresent(actual::add);
    return new Mismatch(
        first.map(fieldReference -> fieldReference.pathFrom(path)).orElse(path),
        actual.length() == 0 ? "not so" : actual.toString(),
        wanted);
  }

  private static boolean isMissing(
      FieldReference fieldReference, EvaluationContext evaluationContext) {
    return fieldReference.variable() != CelVariable.BEFORE
        && fieldReference.in(evaluationContext) instanceof DataNode.Absent;
  }

  private static String otherFieldText(
      FieldReference fieldReference, EvaluationContext evaluationContext, FieldPath path) {
    String value = ValueFormatter.value(fieldReference.in(evaluationContext));
    String where = fieldReference.pathFrom(path).toString();
    if (fieldReference.variable() != CelVariable.BEFORE) {
      return "while " + (where.isEmpty() ? "it" : where) + " is " + value;
    }
    return (where.isEmpty() ? "" : where + " ") + "was " + value + " when the step began";
  }

  private static Optional<String> reason(EvaluationResult evaluationResult) {
    return switch (evaluationResult) {
      case EvaluationResult.Value(var value) ->
          value instanceof DataNode.Flag
              ? Optional.empty()
              : Optional.of("which gives " + ValueFormatter.value(value));
      case EvaluationResult.MissingField(var reason) -> Optional.of("where " + reason);
      case EvaluationResult.Failure(var reason) -> Optional.of("but " + reason);
    };
  }
}
