package dev.deckhand.check;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.deckhand.check.schema.FieldType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and evaluates the CEL expressions of checks. Safe for use by several threads; what was
 * compiled once is kept, so share one instance. The first use in a cold JVM takes about 0.7 s.
 */
public final class Expressions {
  private final Map<String, Compilation> compiled = new ConcurrentHashMap<>();
  private @Nullable Dialect dialect;

  /** Says what is wrong with an expression, given what it may speak of; empty if nothing is. */
  public List<Problem> problems(Pattern.Expression expression, Set<Variable> allowed) {
    return switch (compile(expression.source())) {
      case Compilation.Broken(var problems) -> problems;
      case Compilation.Ready ready -> {
        var problems = new ArrayList<Problem>();
        var strange = EnumSet.noneOf(Variable.class);
        ready.mentions().forEach(mention -> strange.add(mention.variable()));
        if (strange.isEmpty()) {
          problems.add(
              new Problem(
                  "The expression looks at nothing, and gives always the same.",
                  "Speak of self, the node that it stands in."));
        }
        strange.removeAll(allowed);
        strange.forEach(variable -> problems.add(outOfPlace(variable)));
        neverGives(ready.type(), expression.expected()).ifPresent(problems::add);
        yield List.copyOf(problems);
      }
    };
  }

  /**
   * Says what in an expression cannot be, by what the API says of the object: fields that it does
   * not have, values that they never give. Says nothing where types are open, or where the
   * expression does not compile.
   */
  public List<Problem> misfits(Pattern.Expression expression, TypedScene scene) {
    return switch (compile(expression.source())) {
      case Compilation.Broken _ -> List.of();
      case Compilation.Ready ready -> {
        var walk = new TypedWalk(scene);
        FieldType gives = walk.walk(ready.parsed().getExpr());
        var problems = new ArrayList<>(walk.problems());
        // what CEL itself knows was said when the expression was compiled
        if (ready.type().kind() == CelKind.DYN) {
          neverIs(gives, expression).ifPresent(problems::add);
        }
        yield List.copyOf(problems);
      }
    };
  }

  private static Optional<Problem> neverIs(FieldType gives, Pattern.Expression expression) {
    return switch (gives) {
      case FieldType.Scalar scalar when !Misfit.mayBe(scalar, expression.expected()) ->
          Optional.of(
              Misfit.neverIs(Words.cut(expression.source()), scalar, expression.expected()));
      case FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _ ->
          Optional.of(
              new Problem(
                  Words.cut(expression.source())
                      + " is a map or a list, and so never "
                      + Words.value(expression.expected())
                      + ".",
                  "Compare inside the expression, and expect true."));
      case FieldType.Scalar _, FieldType.Open _ -> Optional.empty();
    };
  }

  /** Says whether an expression speaks of a variable; false where it does not compile. */
  public boolean mentions(String source, Variable variable) {
    return compile(source) instanceof Compilation.Ready ready && ready.mentions(variable);
  }

  /** Says whether an expression reads a field of a variable itself; false where it is broken. */
  public boolean readsFieldOf(String source, Variable variable) {
    return compile(source) instanceof Compilation.Ready ready
        && ready.mentions().stream()
            .anyMatch(mention ->
                mention.variable() == variable
                    && !mention.steps().isEmpty()
                    && mention.steps().getFirst() instanceof String);
  }

  Compilation compile(String source) {
    // not computeIfAbsent: a compilation is slow, and twice does no harm
    Compilation known = compiled.get(source);
    if (known != null) {
      return known;
    }
    Compilation fresh = dialect().compile(source);
    compiled.put(source, fresh);
    return fresh;
  }

  /** Does ahead what the first expression would otherwise wait for; for a thread with time. */
  public void warmUp() {
    var nothing = new Node.Absent();
    evaluate("self == before", new Scene(nothing, nothing, nothing, null), new Allowance());
  }

  /** Evaluates an expression; never throws, and ends. */
  Outcome evaluate(String source, Scene scene, Allowance allowance) {
    return switch (compile(source)) {
      case Compilation.Broken(var problems) -> new Outcome.Stuck(problems.getFirst().message());
      case Compilation.Ready ready -> evaluate(ready, scene, allowance);
    };
  }

  private static Outcome evaluate(Compilation.Ready ready, Scene scene, Allowance allowance) {
    try {
      return new Outcome.Gave(
          TreeView.back(ready.program().trace(name -> value(name, scene), allowance)));
    } catch (CelEvaluationException fault) {
      return allowance.isSpent()
          ? new Outcome.Stuck("it takes too many steps")
          : Excuses.of(fault, ready, scene);
    }
  }

  private static Optional<Object> value(String name, Scene scene) {
    return Variable.of(name)
        .map(variable -> TreeView.of(new Mention(variable, List.of()).in(scene)));
  }

  private synchronized Dialect dialect() {
    // late, so that a lesson without expressions never pays for it
    Dialect known = dialect;
    if (known == null) {
      known = new Dialect();
      dialect = known;
    }
    return known;
  }

  private static Problem outOfPlace(Variable variable) {
    return variable == Variable.ANSWER
        ? new Problem(
            "answer is known in questions only.",
            "Make the block [source.answer,yaml], or compare with a value.")
        : new Problem(variable.word() + " is not known here.", "Leave it out.");
  }

  private static Optional<Problem> neverGives(CelType type, Node expected) {
    boolean never =
        switch (type.kind()) {
          case BOOL -> !(expected instanceof Node.Flag);
          case STRING -> !(expected instanceof Node.Text);
          case INT, UINT, DOUBLE -> !(expected instanceof Node.Numeral);
          default -> false;
        };
    String gives = type.kind() == CelKind.BOOL ? "true or false" : type.name();
    return never
        ? Optional.of(
            new Problem(
                "The expression gives " + gives + ", and so never " + Words.value(expected) + ".",
                "Compare inside the expression, and expect true."))
        : Optional.empty();
  }
}
