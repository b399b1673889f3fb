package dev.deckhand.check.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field that an expression reads: {@code self.readyReplicas}.
 *
 * @param steps the path below the variable: a {@code String} for a field, a {@code Long} for an
 *     element
 */
record FieldReference(CelVariable variable, List<Object> steps) {
  FieldReference {
    steps = List.copyOf(steps);
  }

  /** Finds all fields that an expression reads, in reading order and each once. */
  static List<FieldReference> in(CelExpr expression) {
    var found = new ArrayList<FieldReference>();
    collect(CelNavigableExpr.fromExpr(expression), found);
    return found.stream().distinct().toList();
  }

  private static void collect(CelNavigableExpr node, List<FieldReference> found) {
    Optional<FieldReference> reference = read(node.expr());
    if (reference.isPresent()) {
      found.add(reference.get());
    } else {
      node.children().forEach(child -> collect(child, found));
    }
  }

  private static Optional<FieldReference> read(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT ->
          CelVariable.of(expression.ident().name())
              .map(known -> new FieldReference(known, List.of()));
      case SELECT ->
          read(expression.select().operand()).map(on -> on.append(expression.select().field()));
      case CALL -> readIndex(expression.call());
      case CONSTANT, LIST, STRUCT, MAP, COMPREHENSION, NOT_SET -> Optional.empty();
    };
  }

  private static Optional<FieldReference> readIndex(CelExpr.CelCall call) {
    if (!call.function().equals("_[_]") || call.args().size() != 2) {
      return Optional.empty();
    }
    CelExpr index = call.args().get(1);
    if (index.getKind() != Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = index.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE ->
          read(call.args().getFirst()).map(on -> on.append(constant.stringValue()));
      case INT64_VALUE -> read(call.args().getFirst()).map(on -> on.append(constant.int64Value()));
      default -> Optional.empty();
    };
  }

  private FieldReference append(Object step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new FieldReference(variable, longer);
  }

  /** Returns the value of the field, or {@link DataNode.Absent}. */
  DataNode in(EvaluationContext context) {
    DataNode node =
        switch (variable) {
          case SELF -> context.self();
          case OBJECT -> context.object();
          case BEFORE -> context.before();
          case ANSWER ->
              context.answer() == null
                  ? new DataNode.Absent()
                  : new DataNode.Text(context.answer());
        };
    for (Object step : steps) {
      node = step(node, step);
    }
    return node;
  }

  private static DataNode step(DataNode node, Object step) {
    if (step instanceof String name) {
      return node.at(name);
    }
    return node instanceof DataNode.Items(var items)
            && step instanceof Long index
            && index >= 0
            && index < items.size()
        ? items.get(Math.toIntExact(index))
        : new DataNode.Absent();
  }

  /** Returns the path of the field, given the path of {@code self}. */
  FieldPath pathFrom(FieldPath self) {
    FieldPath path = variable == CelVariable.SELF ? self : FieldPath.ROOT;
    for (Object step : steps) {
      path = step instanceof String name ? path.field(name) : path.element(step.toString());
    }
    return path;
  }
}
