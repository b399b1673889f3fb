package dev.deckhand.check;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field that an expression speaks of: {@code self.readyReplicas}.
 *
 * @param steps from the variable down; a {@code String} for a field, a {@code Long} for an element
 */
record Mention(Variable variable, List<Object> steps) {
  Mention {
    steps = List.copyOf(steps);
  }

  /** Finds all fields that an expression speaks of, in reading order, each once. */
  static List<Mention> in(CelExpr expression) {
    var found = new ArrayList<Mention>();
    collect(CelNavigableExpr.fromExpr(expression), found);
    return found.stream().distinct().toList();
  }

  private static void collect(CelNavigableExpr node, List<Mention> found) {
    Optional<Mention> mention = read(node.expr());
    if (mention.isPresent()) {
      found.add(mention.get());
    } else {
      node.children().forEach(child -> collect(child, found));
    }
  }

  private static Optional<Mention> read(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT ->
          Variable.of(expression.ident().name()).map(known -> new Mention(known, List.of()));
      case SELECT ->
          read(expression.select().operand()).map(on -> on.then(expression.select().field()));
      case CALL -> readIndex(expression.call());
      case CONSTANT, LIST, STRUCT, MAP, COMPREHENSION, NOT_SET -> Optional.empty();
    };
  }

  private static Optional<Mention> readIndex(CelExpr.CelCall call) {
    if (!call.function().equals("_[_]") || call.args().size() != 2) {
      return Optional.empty();
    }
    CelExpr index = call.args().get(1);
    if (index.getKind() != Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = index.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE -> read(call.args().getFirst()).map(on -> on.then(constant.stringValue()));
      case INT64_VALUE -> read(call.args().getFirst()).map(on -> on.then(constant.int64Value()));
      default -> Optional.empty();
    };
  }

  private Mention then(Object step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new Mention(variable, longer);
  }

  /** Returns what the mention speaks of, or {@link Node.Absent}. */
  Node in(Scene scene) {
    Node node =
        switch (variable) {
          case SELF -> scene.self();
          case OBJECT -> scene.object();
          case BEFORE -> scene.before();
          case ANSWER -> scene.answer() == null ? new Node.Absent() : new Node.Text(scene.answer());
        };
    for (Object step : steps) {
      node = step(node, step);
    }
    return node;
  }

  private static Node step(Node node, Object step) {
    if (step instanceof String name) {
      return node.at(name);
    }
    boolean there =
        node instanceof Node.Items(var items)
            && step instanceof Long index
            && index >= 0
            && index < items.size();
    return there && node instanceof Node.Items(var items) && step instanceof Long index
        ? items.get(Math.toIntExact(index))
        : new Node.Absent();
  }

  /** Returns the path of what the mention speaks of, given where {@code self} is. */
  FieldPath from(FieldPath self) {
    FieldPath path = variable == Variable.SELF ? self : FieldPath.ROOT;
    for (Object step : steps) {
      path = step instanceof String name ? path.field(name) : path.element(step.toString());
    }
    return path;
  }
}
