package dev.deckhand.check.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.deckhand.check.diagnostic.Problem;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.Quantity;
import dev.deckhand.check.schema.FieldType;
import dev.deckhand.check.schema.FieldType.Scalar;
import dev.deckhand.check.schema.SchemaProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks an expression against the types of the API schema.
 *
 * <p>Follows fields from {@code self}, {@code object} and {@code before}, through elements and the
 * variables of macros such as {@code all} and {@code exists}. All other values have an unknown type
 * and aren't checked.
 */
final class TypeChecker {
  private static final TypedExpression UNKNOWN = new TypedExpression(new FieldType.Any(), "");

  private final TypeContext context;
  private final List<Problem> problems = new ArrayList<>();

  /** The type of a part of an expression, and its path in the object. */
  record TypedExpression(FieldType type, String path) {}

  TypeChecker(TypeContext context) {
    this.context = context;
  }

  /** The problems so far, without duplicates. */
  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }

  /** Checks a whole expression and returns the type of its value. */
  FieldType check(CelExpr expression) {
    String list = CelVariable.BEFORE.keyword();
    boolean beforeIsList = context.before() instanceof FieldType.ListOf;
    Map<String, TypedExpression> variables =
        Map.of(
            CelVariable.SELF.keyword(), new TypedExpression(context.self(), context.path()),
            CelVariable.OBJECT.keyword(), new TypedExpression(context.object(), ""),
            CelVariable.BEFORE.keyword(),
                new TypedExpression(context.before(), beforeIsList ? list : ""));
    return check(expression, variables).type();
  }

  private TypedExpression check(CelExpr node, Map<String, TypedExpression> variables) {
    return switch (node.getKind()) {
      case CONSTANT -> new TypedExpression(typeOf(node.constant()), "");
      case IDENT -> variables.getOrDefault(node.ident().name(), UNKNOWN);
      case SELECT -> {
        TypedExpression on = check(node.select().operand(), variables);
        TypedExpression field = field(on, node.select().field());
        yield node.select().testOnly() ? new TypedExpression(Scalar.FLAG, "") : field;
      }
      case CALL -> call(node.call(), variables);
      case LIST -> checkAll(node.list().elements(), variables);
      case STRUCT ->
          checkAll(
              node.struct().entries().stream().map(entry -> entry.value()).toList(), variables);
      case MAP -> {
        node.map().entries().forEach(entry -> check(entry.key(), variables));
        yield checkAll(
            node.map().entries().stream().map(entry -> entry.value()).toList(), variables);
      }
      case COMPREHENSION -> comprehension(node.comprehension(), variables);
      case NOT_SET -> UNKNOWN;
    };
  }

  private TypedExpression checkAll(List<CelExpr> nodes, Map<String, TypedExpression> variables) {
    nodes.forEach(node -> check(node, variables));
    return UNKNOWN;
  }

  private TypedExpression comprehension(
      CelExpr.CelComprehension loop, Map<String, TypedExpression> variables) {
    TypedExpression range = check(loop.iterRange(), variables);
    check(loop.accuInit(), variables);
    var inside = new HashMap<>(variables);
    inside.put(loop.iterVar(), loop.iterVar2().isEmpty() ? element(range) : UNKNOWN);
    inside.put(loop.iterVar2(), UNKNOWN);
    inside.put(loop.accuVar(), UNKNOWN);
    checkAll(List.of(loop.loopCondition(), loop.loopStep(), loop.result()), inside);
    return UNKNOWN;
  }

  /** What {@code all(each, ...)} iterates over: the elements of a list or the keys of a map. */
  private static TypedExpression element(TypedExpression range) {
    return switch (range.type()) {
      case FieldType.ListOf(var element) ->
          new TypedExpression(element, elementPath(range.path(), ""));
      case FieldType.MapOf _, FieldType.ObjectOf _ -> new TypedExpression(Scalar.TEXT, "a key");
      case Scalar _, FieldType.Any _ -> UNKNOWN;
    };
  }

  private static String elementPath(String path, String index) {
    return path.equals(CelVariable.BEFORE.keyword()) ? "" : path + "[" + index + "]";
  }

  private TypedExpression call(CelExpr.CelCall call, Map<String, TypedExpression> variables) {
    call.target().ifPresent(target -> check(target, variables));
    List<TypedExpression> sides = call.args().stream().map(side -> check(side, variables)).toList();
    return switch (call.function()) {
      case "_[_]" -> index(sides.getFirst(), call.args().get(1));
      case "_==_", "_!=_" -> {
        compare(sides);
        refuseQuantityAsText(sides, call.args());
        yield new TypedExpression(Scalar.FLAG, "");
      }
      case "_<_", "_<=_", "_>_", "_>=_" -> {
        refuseOrderOfTexts(sides);
        yield new TypedExpression(Scalar.FLAG, "");
      }
      case "_?_:_" -> sides.get(1).type().equals(sides.get(2).type()) ? sides.get(1) : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private TypedExpression field(TypedExpression on, String name) {
    return switch (on.type()) {
      case FieldType.ObjectOf object -> {
        Map<String, FieldType> fields = context.schema().objectSchema(object).fields();
        FieldType type = fields.get(name);
        if (type == null) {
          problems.add(
              SchemaProblems.unknownField(context.kind(), on.path(), name, fields.keySet()));
          yield UNKNOWN;
        }
        yield new TypedExpression(type, SchemaProblems.childPath(on.path(), name));
      }
      case FieldType.MapOf(var value) ->
          new TypedExpression(value, SchemaProblems.childPath(on.path(), name));
      case FieldType.ListOf _, Scalar _ -> {
        String path = on.path().isEmpty() ? "The object" : on.path();
        problems.add(SchemaProblems.fieldOfNonObject(path, name, on.type()));
        yield UNKNOWN;
      }
      case FieldType.Any _ -> UNKNOWN;
    };
  }

  private TypedExpression index(TypedExpression on, CelExpr index) {
    if (isText(index) && !(on.type() instanceof FieldType.ListOf)) {
      return field(on, index.constant().stringValue());
    }
    return switch (on.type()) {
      case FieldType.ListOf(var element) when !isText(index) ->
          new TypedExpression(element, elementPath(on.path(), ""));
      case FieldType.MapOf(var value) -> new TypedExpression(value, on.path() + "[]");
      case FieldType.ListOf _, FieldType.ObjectOf _, Scalar _, FieldType.Any _ -> UNKNOWN;
    };
  }

  private static boolean isText(CelExpr node) {
    return node.getKind() == Kind.CONSTANT
        && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private void compare(List<TypedExpression> sides) {
    if (sides.getFirst().type() instanceof Scalar one
        && sides.getLast().type() instanceof Scalar other
        && !SchemaProblems.areComparable(one, other)) {
      boolean isFieldFirst = !sides.getFirst().path().isEmpty();
      TypedExpression field = isFieldFirst ? sides.getFirst() : sides.getLast();
      Scalar beside = isFieldFirst ? other : one;
      if (!field.path().isEmpty() && field.type() instanceof Scalar is) {
        problems.add(
            new Problem(
                field.path()
                    + " is "
                    + is.displayName()
                    + ", and so never equal to "
                    + beside.displayName()
                    + ".",
                "Compare it with " + is.displayName() + "."));
      }
    }
  }

  /** Quantities are texts, which are ordered alphabetically. */
  private void refuseOrderOfTexts(List<TypedExpression> sides) {
    boolean areTexts =
        sides.stream().allMatch(side -> side.type() == Scalar.AMOUNT || side.type() == Scalar.TEXT);
    sides.stream()
        .filter(side -> areTexts && side.type() == Scalar.AMOUNT)
        .findFirst()
        .ifPresent(side ->
            problems.add(
                new Problem(
                    side.path() + " is compared as a text: \"128Mi\" is less than \"64Mi\".",
                    "Write quantity(self.memory).isGreaterThan(quantity(\"64Mi\")).")));
  }

  /** A quantity has many forms, and the API server rewrites some, 1024Mi as 1Gi. */
  private void refuseQuantityAsText(List<TypedExpression> sides, List<CelExpr> nodes) {
    for (int i = 0; i < 2; i++) {
      CelExpr constant = nodes.get(1 - i);
      if (sides.get(i).type() == Scalar.AMOUNT
          && isText(constant)
          && constant.constant().stringValue().matches(".*[A-Za-z]")
          && Quantity.of(new DataNode.Text(constant.constant().stringValue())).isPresent()) {
        problems.add(
            new Problem(
                sides.get(i).path()
                    + " is compared with \""
                    + constant.constant().stringValue()
                    + "\" as a text, and a quantity has many forms.",
                "Write quantity(self.memory) == quantity(\"64Mi\")."));
      }
    }
  }

  private static FieldType typeOf(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> Scalar.TEXT;
      case BOOLEAN_VALUE -> Scalar.FLAG;
      case INT64_VALUE, UINT64_VALUE, DOUBLE_VALUE -> Scalar.NUMBER;
      default -> new FieldType.Any();
    };
  }
}
