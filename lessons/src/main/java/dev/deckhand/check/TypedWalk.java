package dev.deckhand.check;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.deckhand.check.schema.FieldType;
import dev.deckhand.check.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks an expression with what the API says of types, and collects what cannot be.
 *
 * <p>Follows fields from {@code self}, {@code object} and {@code before}, through elements and
 * through the variables of {@code all}, {@code exists} and their like. Whatever else an expression
 * computes is open, and nothing is said of it.
 */
final class TypedWalk {
  private static final Typed UNKNOWN = new Typed(new FieldType.Open(), "");

  private final TypedScene scene;
  private final List<Problem> problems = new ArrayList<>();

  /** The type of a part of an expression, and where in the object that is. */
  record Typed(FieldType type, String path) {}

  TypedWalk(TypedScene scene) {
    this.scene = scene;
  }

  /** What was found so far, each once. */
  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }

  /** Walks a whole expression, and returns the type of what it gives. */
  FieldType walk(CelExpr expression) {
    String list = Variable.BEFORE.word();
    boolean beforeIsList = scene.before() instanceof FieldType.ListOf;
    Map<String, Typed> variables =
        Map.of(
            Variable.SELF.word(), new Typed(scene.self(), scene.path()),
            Variable.OBJECT.word(), new Typed(scene.object(), ""),
            Variable.BEFORE.word(), new Typed(scene.before(), beforeIsList ? list : ""));
    return walk(expression, variables).type();
  }

  private Typed walk(CelExpr node, Map<String, Typed> variables) {
    return switch (node.getKind()) {
      case CONSTANT -> new Typed(typeOf(node.constant()), "");
      case IDENT -> variables.getOrDefault(node.ident().name(), UNKNOWN);
      case SELECT -> {
        Typed on = walk(node.select().operand(), variables);
        Typed field = field(on, node.select().field());
        yield node.select().testOnly() ? new Typed(Scalar.FLAG, "") : field;
      }
      case CALL -> call(node.call(), variables);
      case LIST -> all(node.list().elements(), variables);
      case STRUCT ->
          all(node.struct().entries().stream().map(entry -> entry.value()).toList(), variables);
      case MAP -> {
        node.map().entries().forEach(entry -> walk(entry.key(), variables));
        yield all(node.map().entries().stream().map(entry -> entry.value()).toList(), variables);
      }
      case COMPREHENSION -> comprehension(node.comprehension(), variables);
      case NOT_SET -> UNKNOWN;
    };
  }

  private Typed all(List<CelExpr> nodes, Map<String, Typed> variables) {
    nodes.forEach(node -> walk(node, variables));
    return UNKNOWN;
  }

  private Typed comprehension(CelExpr.CelComprehension loop, Map<String, Typed> variables) {
    Typed range = walk(loop.iterRange(), variables);
    walk(loop.accuInit(), variables);
    var inside = new HashMap<>(variables);
    inside.put(loop.iterVar(), loop.iterVar2().isEmpty() ? element(range) : UNKNOWN);
    inside.put(loop.iterVar2(), UNKNOWN);
    inside.put(loop.accuVar(), UNKNOWN);
    all(List.of(loop.loopCondition(), loop.loopStep(), loop.result()), inside);
    return UNKNOWN;
  }

  /** What {@code all(each, ...)} goes over: the elements of a list, the keys of a map. */
  private static Typed element(Typed range) {
    return switch (range.type()) {
      case FieldType.ListOf(var element) -> new Typed(element, inside(range.path(), ""));
      case FieldType.MapOf _, FieldType.ObjectOf _ -> new Typed(Scalar.TEXT, "a key");
      case Scalar _, FieldType.Open _ -> UNKNOWN;
    };
  }

  private static String inside(String path, String index) {
    return path.equals(Variable.BEFORE.word()) ? "" : path + "[" + index + "]";
  }

  private Typed call(CelExpr.CelCall call, Map<String, Typed> variables) {
    call.target().ifPresent(target -> walk(target, variables));
    List<Typed> sides = call.args().stream().map(side -> walk(side, variables)).toList();
    return switch (call.function()) {
      case "_[_]" -> index(sides.getFirst(), call.args().get(1));
      case "_==_", "_!=_" -> {
        compare(sides);
        yield new Typed(Scalar.FLAG, "");
      }
      case "_?_:_" -> sides.get(1).type().equals(sides.get(2).type()) ? sides.get(1) : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private Typed field(Typed on, String name) {
    return switch (on.type()) {
      case FieldType.ObjectOf object -> {
        Map<String, FieldType> fields = scene.schema().structure(object).fields();
        FieldType type = fields.get(name);
        if (type == null) {
          problems.add(Misfit.unknownField(scene.kind(), on.path(), name, fields.keySet()));
          yield UNKNOWN;
        }
        yield new Typed(type, Misfit.below(on.path(), name));
      }
      case FieldType.MapOf(var value) -> new Typed(value, Misfit.below(on.path(), name));
      case FieldType.ListOf _, Scalar _ -> {
        String path = on.path().isEmpty() ? "The object" : on.path();
        problems.add(Misfit.noFields(path, name, on.type()));
        yield UNKNOWN;
      }
      case FieldType.Open _ -> UNKNOWN;
    };
  }

  private Typed index(Typed on, CelExpr index) {
    if (isText(index) && !(on.type() instanceof FieldType.ListOf)) {
      return field(on, index.constant().stringValue());
    }
    return switch (on.type()) {
      case FieldType.ListOf(var element) when !isText(index) ->
          new Typed(element, inside(on.path(), ""));
      case FieldType.MapOf(var value) -> new Typed(value, on.path() + "[]");
      case FieldType.ListOf _, FieldType.ObjectOf _, Scalar _, FieldType.Open _ -> UNKNOWN;
    };
  }

  private static boolean isText(CelExpr node) {
    return node.getKind() == Kind.CONSTANT
        && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private void compare(List<Typed> sides) {
    if (sides.getFirst().type() instanceof Scalar one
        && sides.getLast().type() instanceof Scalar other
        && !Misfit.mayBeEqual(one, other)) {
      boolean isFieldFirst = !sides.getFirst().path().isEmpty();
      Typed field = isFieldFirst ? sides.getFirst() : sides.getLast();
      Scalar beside = isFieldFirst ? other : one;
      if (!field.path().isEmpty() && field.type() instanceof Scalar is) {
        problems.add(
            new Problem(
                field.path()
                    + " is "
                    + is.spoken()
                    + ", and so never equal to "
                    + beside.spoken()
                    + ".",
                "Compare it with " + is.spoken() + "."));
      }
    }
  }

  private static FieldType typeOf(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> Scalar.TEXT;
      case BOOLEAN_VALUE -> Scalar.FLAG;
      case INT64_VALUE, UINT64_VALUE, DOUBLE_VALUE -> Scalar.NUMBER;
      default -> new FieldType.Open();
    };
  }
}
