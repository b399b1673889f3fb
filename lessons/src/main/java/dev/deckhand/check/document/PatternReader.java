package dev.deckhand.check.document;

import dev.deckhand.check.Expressions;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Place;
import dev.deckhand.check.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of a document into a pattern. */
final class PatternReader {
  /** Aliases make much of little: this is counted after they are followed. */
  private static final int MOST_NODES = 10_000;

  private static final int DEEPEST = 60;

  private final Flaws flaws;
  private final ScalarReader scalars;
  private final Expressions expressions;
  private final Set<Variable> allowed;

  /** By identity: patterns that are alike stand in many places. */
  private final IdentityHashMap<Pattern, Place> lines = new IdentityHashMap<>();

  private int nodes;

  PatternReader(Flaws flaws, Expressions expressions, Set<Variable> allowed) {
    this.flaws = flaws;
    this.scalars = new ScalarReader(flaws);
    this.expressions = expressions;
    this.allowed = Set.copyOf(allowed);
  }

  /** Reads a document; flaws are collected, and what has one is left out. */
  Pattern.Shape read(MappingNode document) {
    return shape(document, 0);
  }

  /** Returns where the name of the field stands that holds a pattern; else where that stands. */
  Place lineOf(Pattern pattern) {
    return lines.getOrDefault(pattern, pattern.place());
  }

  private Pattern pattern(Node node, int depth) {
    Place place = flaws.at(node.getStartMark());
    nodes++;
    if (nodes > MOST_NODES || depth > DEEPEST) {
      if (nodes == MOST_NODES + 1 || depth == DEEPEST + 1) {
        flaws.add(
            place,
            "The document is too large or too deep.",
            "State only what matters, without aliases.");
      }
      nodes = Math.max(nodes, MOST_NODES + 2);
      return new Pattern.Missing(place);
    }
    return switch (node) {
      case MappingNode map -> shape(map, depth);
      case SequenceNode list -> elements(list, depth);
      case ScalarNode scalar -> {
        var value = scalars.read(scalar);
        yield value instanceof dev.deckhand.check.Node.Absent
            ? new Pattern.Missing(place)
            : new Pattern.Scalar(value, place);
      }
      case AnchorNode anchor -> pattern(anchor.getRealNode(), depth + 1);
      default -> throw new IllegalStateException("YAML has no other node: " + node.getNodeId());
    };
  }

  private Pattern elements(SequenceNode list, int depth) {
    Place place = flaws.at(list.getStartMark());
    refuseTag(list.getTag(), Tag.SEQ, place);
    if (list.getValue().isEmpty()) {
      flaws.add(
          place,
          "An empty list matches every list.",
          "Write null if there must be none, or (size(self) == 0).");
    }
    var elements = new ArrayList<Pattern>();
    for (Node element : list.getValue()) {
      elements.add(pattern(element, depth + 1));
    }
    return new Pattern.Elements(elements, place);
  }

  private Pattern.Shape shape(MappingNode map, int depth) {
    Place place = flaws.at(map.getStartMark());
    refuseTag(map.getTag(), Tag.MAP, place);
    Map<String, Pattern> fields = new LinkedHashMap<>();
    List<Pattern.Expression> own = new ArrayList<>();
    var seen = new HashSet<String>();
    for (NodeTuple entry : map.getValue()) {
      Place at = flaws.at(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        flaws.add(at, "A field's name is a text.", "Write one name before the colon.");
      } else if (key.getTag().equals(Tag.MERGE)) {
        flaws.add(at, "The merge key << is not part of the language.", "Write the fields out.");
      } else if (!seen.add(key.getValue())) {
        flaws.add(at, "The field " + key.getValue() + " stands here twice.", "Keep one of them.");
      } else if (ExpressionKey.isExpression(key.getValue())) {
        expression(ExpressionKey.source(key.getValue()), entry.getValueNode(), at, own);
      } else {
        if (ExpressionKey.isMeantAsOne(key.getValue())) {
          flaws.add(
              at,
              "The field " + key.getValue() + " looks like an expression.",
              "Put an expression in parentheses: (self.replicas == 2): true.");
        }
        Pattern value = pattern(entry.getValueNode(), depth + 1);
        lines.put(value, at);
        fields.put(key.getValue(), value);
      }
    }
    return new Pattern.Shape(fields, own, place);
  }

  private void expression(String source, Node value, Place place, List<Pattern.Expression> own) {
    nodes++;
    var expected =
        value instanceof ScalarNode scalar
            ? scalars.read(scalar)
            : new dev.deckhand.check.Node.Absent();
    if (expected instanceof dev.deckhand.check.Node.Absent) {
      flaws.add(
          place,
          "An expression gives true, false, a number or a text.",
          "Write (" + source + "): true.");
      return;
    }
    var expression = new Pattern.Expression(source, expected, place);
    expressions.problems(expression, allowed).forEach(problem -> flaws.add(place, problem));
    own.add(expression);
  }

  private void refuseTag(Tag actual, Tag expected, Place place) {
    if (!actual.equals(expected)) {
      flaws.add(
          place, "The tag " + actual.getValue() + " has no meaning in a check.", "Leave it out.");
    }
  }
}
