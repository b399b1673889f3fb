package dev.deckhand.check.cel;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.deckhand.check.diagnostic.Problem;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.ValueFormatter;
import dev.deckhand.check.schema.FieldType;
import dev.deckhand.check.schema.SchemaProblems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and evaluates the CEL expressions of checks. Thread-safe. Compiled expressions are
 * cached, so share one instance. The first use in a cold JVM takes about 0.7 s.
 */
public final class CelEvaluator {
  private final Map<String, CompilationResult> compiled = new ConcurrentHashMap<>();
  private @Nullable CelCompiler compiler;

  /**
   * Returns the problems of an expression that may use the given variables; empty if it has none.
   */
  public List<Problem> problems(DataPattern.Expression expression, Set<CelVariable> allowed) {
    return switch (compile(expression.source())) {
      case CompilationResult.Failed(var problems) -> problems;
      case CompilationResult.Compiled compiled -> {
        var problems = new ArrayList<Problem>();
        var strange = EnumSet.noneOf(CelVariable.class);
        compiled.references().forEach(reference -> strange.add(reference.variable()));
        if (strange.isEmpty()) {
          problems.add(
              new Problem(
                  "The expression looks at nothing, and gives always the same.",
                  "Speak of self, the node that it stands in."));
        }
        strange.removeAll(allowed);
        strange.forEach(variable -> problems.add(variableNotAllowed(variable)));
        impossibleResultType(compiled.type(), expression.expected()).ifPresent(problems::add);
        yield List.copyOf(problems);
      }
    };
  }

  /**
   * Returns where an expression contradicts the API schema: fields that the object doesn't have,
   * and values that they never give. Empty if types are unknown, or if the expression doesn't
   * compile.
   */
  public List<Problem> schemaProblems(DataPattern.Expression expression, TypeContext typeContext) {
    return switch (compile(expression.source())) {
      case CompilationResult.Failed _ -> List.of();
      case CompilationResult.Compiled compiled -> {
        var walk = new TypeChecker(typeContext);
        FieldType gives = walk.check(compiled.parsed().getExpr());
        var problems = new ArrayList<>(walk.problems());
        // other types were checked by the CEL compiler
        if (compiled.type().kind() == CelKind.DYN) {
          impossibleResult(gives, expression).ifPresent(problems::add);
        }
        yield List.copyOf(problems);
      }
    };
  }

  private static Optional<Problem> impossibleResult(
      FieldType gives, DataPattern.Expression expression) {
    return switch (gives) {
      case FieldType.Scalar scalar when !SchemaProblems.accepts(scalar, expression.expected()) ->
          Optional.of(
              SchemaProblems.impossibleValue(
                  ValueFormatter.abbreviate(expression.source()), scalar, expression.expected()));
      case FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _ ->
          Optional.of(
              new Problem(
                  ValueFormatter.abbreviate(expression.source())
                      + " is a map or a list, and so never "
                      + ValueFormatter.value(expression.expected())
                      + ".",
                  "Compare inside the expression, and expect true."));
      case FieldType.Scalar _, FieldType.Any _ -> Optional.empty();
    };
  }

  /** Whether an expression uses a variable; false if it doesn't compile. */
  public boolean references(String source, CelVariable variable) {
    return compile(source) instanceof CompilationResult.Compiled compiled
        && compiled.references(variable);
  }

  /** Whether an expression reads a field of the variable itself; false if it doesn't compile. */
  public boolean readsFieldOf(String source, CelVariable variable) {
    return compile(source) instanceof CompilationResult.Compiled compiled
        && compiled.references().stream()
            .anyMatch(reference ->
                reference.variable() == variable
                    && !reference.steps().isEmpty()
                    && reference.steps().getFirst() instanceof String);
  }

  CompilationResult compile(String source) {
    // not computeIfAbsent, which would block others during a slow compilation
    CompilationResult known = compiled.get(source);
    if (known != null) {
      return known;
    }
    CompilationResult fresh = compiler().compile(source);
    compiled.put(source, fresh);
    return fresh;
  }

  /** Loads CEL ahead of the first expression; for a background thread. */
  public void warmUp() {
    var nothing = new DataNode.Absent();
    evaluate(
        "self == before",
        new EvaluationContext(nothing, nothing, nothing, null),
        new EvaluationBudget());
  }

  /** Evaluates an expression. Never throws, and its cost is bounded. */
  public EvaluationResult evaluate(
      String source, EvaluationContext context, EvaluationBudget budget) {
    return switch (compile(source)) {
      case CompilationResult.Failed(var problems) ->
          new EvaluationResult.Failure(problems.getFirst().message());
      case CompilationResult.Compiled compiled -> evaluate(compiled, context, budget);
    };
  }

  private static EvaluationResult evaluate(
      CompilationResult.Compiled compiled, EvaluationContext context, EvaluationBudget budget) {
    try {
      return new EvaluationResult.Value(
          CelValueAdapter.fromCel(compiled.program().trace(name -> value(name, context), budget)));
    } catch (CelEvaluationException fault) {
      return budget.isExhausted()
          ? new EvaluationResult.Failure("it takes too many steps")
          : EvaluationErrorMessages.of(fault, compiled, context);
    }
  }

  private static Optional<Object> value(String name, EvaluationContext context) {
    return CelVariable.of(name)
        .map(
            variable -> CelValueAdapter.toCel(new FieldReference(variable, List.of()).in(context)));
  }

  private synchronized CelCompiler compiler() {
    // on first use, so that lessons without expressions don't load CEL
    CelCompiler known = compiler;
    if (known == null) {
      known = new CelCompiler();
      compiler = known;
    }
    return known;
  }

  private static Problem variableNotAllowed(CelVariable variable) {
    return variable == CelVariable.ANSWER
        ? new Problem(
            "answer is known in questions only.",
            "Make the block [source.answer,yaml], or compare with a value.")
        : new Problem(variable.keyword() + " is not known here.", "Leave it out.");
  }

  private static Optional<Problem> impossibleResultType(CelType type, DataNode expected) {
    boolean never =
        switch (type.kind()) {
          case BOOL -> !(expected instanceof DataNode.Flag);
          case STRING -> !(expected instanceof DataNode.Text);
          case INT, UINT, DOUBLE -> !(expected instanceof DataNode.Numeral);
          case OPAQUE -> true;
          default -> false;
        };
    String gives = type.kind() == CelKind.BOOL ? "true or false" : type.name();
    return never
        ? Optional.of(
            new Problem(
                "The expression gives "
                    + gives
                    + ", and so never "
                    + ValueFormatter.value(expected)
                    + ".",
                "Compare inside the expression, and expect true."))
        : Optional.empty();
  }
}
