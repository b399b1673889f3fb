package dev.deckhand.check.document;

import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.cel.CelVariable;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataPattern;
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

/** Converts the YAML nodes of a document into a pattern. */
final class PatternReader {
  /** Counted after aliases are followed, since they multiply nodes. */
  private static final int MAX_NODES = 10_000;

  private static final int MAX_DEPTH = 60;

  private final BlockDiagnostics diagnostics;
  private final ScalarReader scalars;
  private final CelEvaluator evaluator;
  private final Set<CelVariable> allowed;

  /** By identity, since equal patterns occur in several places. */
  private final IdentityHashMap<DataPattern, SourcePosition> fieldPositions =
      new IdentityHashMap<>();

  private int nodes;

  PatternReader(BlockDiagnostics diagnostics, CelEvaluator evaluator, Set<CelVariable> allowed) {
    this.diagnostics = diagnostics;
    this.scalars = new ScalarReader(diagnostics);
    this.evaluator = evaluator;
    this.allowed = Set.copyOf(allowed);
  }

  /** Reads a document; problems are collected, and what has one is left out. */
  DataPattern.Shape read(MappingNode document) {
    return shape(document, 0);
  }

  /**
   * Returns the position of the name of the field with a pattern; without one, that of the pattern.
   */
  SourcePosition fieldPosition(DataPattern pattern) {
    return fieldPositions.getOrDefault(pattern, pattern.place());
  }

  private DataPattern pattern(Node node, int depth) {
    SourcePosition position = diagnostics.positionOf(node.getStartMark());
    nodes++;
    if (nodes > MAX_NODES || depth > MAX_DEPTH) {
      if (nodes == MAX_NODES + 1 || depth == MAX_DEPTH + 1) {
        diagnostics.add(
            position,
            "The document is too large or too deep.",
            "State only what matters, without aliases.");
      }
      nodes = Math.max(nodes, MAX_NODES + 2);
      return new DataPattern.Missing(position);
    }
    return switch (node) {
      case MappingNode map -> shape(map, depth);
      case SequenceNode list -> elements(list, depth);
      case ScalarNode scalar -> {
        var value = scalars.read(scalar);
        yield value instanceof dev.deckhand.check.pattern.DataNode.Absent
            ? new DataPattern.Missing(position)
            : new DataPattern.Scalar(value, position);
      }
      case AnchorNode anchor -> pattern(anchor.getRealNode(), depth + 1);
      default -> throw new IllegalStateException("unknown YAML node: " + node.getNodeId());
    };
  }

  private DataPattern elements(SequenceNode list, int depth) {
    SourcePosition position = diagnostics.positionOf(list.getStartMark());
    refuseTag(list.getTag(), Tag.SEQ, position);
    if (list.getValue().isEmpty()) {
      diagnostics.add(
          position,
          "An empty list matches every list.",
          "Write null if there must be none, or (size(self) == 0).");
    }
    var elements = new ArrayList<DataPattern>();
    for (Node element : list.getValue()) {
      elements.add(pattern(element, depth + 1));
    }
    return new DataPattern.Elements(elements, position);
  }

  private DataPattern.Shape shape(MappingNode map, int depth) {
    SourcePosition position = diagnostics.positionOf(map.getStartMark());
    refuseTag(map.getTag(), Tag.MAP, position);
    Map<String, DataPattern> fields = new LinkedHashMap<>();
    List<DataPattern.Expression> own = new ArrayList<>();
    var seen = new HashSet<String>();
    for (NodeTuple entry : map.getValue()) {
      SourcePosition at = diagnostics.positionOf(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        diagnostics.add(at, "A field's name is a text.", "Write one name before the colon.");
      } else if (key.getTag().equals(Tag.MERGE)) {
        diagnostics.add(
            at, "The merge key << is not part of the language.", "Write the fields out.");
      } else if (!seen.add(key.getValue())) {
        diagnostics.add(
            at, "The field " + key.getValue() + " stands here twice.", "Keep one of them.");
      } else if (ExpressionKey.isExpression(key.getValue())) {
        expression(ExpressionKey.source(key.getValue()), entry.getValueNode(), at, own);
      } else {
        if (ExpressionKey.looksLikeExpression(key.getValue())) {
          diagnostics.add(
              at,
              "The field " + key.getValue() + " looks like an expression.",
              "Put an expression in parentheses: (self.replicas == 2): true.");
        }
        DataPattern value = pattern(entry.getValueNode(), depth + 1);
        fieldPositions.put(value, at);
        fields.put(key.getValue(), value);
      }
    }
    return new DataPattern.Shape(fields, own, position);
  }

  private void expression(
      String source, Node value, SourcePosition position, List<DataPattern.Expression> own) {
    nodes++;
    var expected =
        value instanceof ScalarNode scalar
            ? scalars.read(scalar)
            : new dev.deckhand.check.pattern.DataNode.Absent();
    if (expected instanceof dev.deckhand.check.pattern.DataNode.Absent) {
      diagnostics.add(
          position,
          "An expression gives true, false, a number or a text.",
          "Write (" + source + "): true.");
      return;
    }
    var expression = new DataPattern.Expression(source, expected, position);
    evaluator.problems(expression, allowed).forEach(problem -> diagnostics.add(position, problem));
    own.add(expression);
  }

  private void refuseTag(Tag actual, Tag expected, SourcePosition position) {
    if (!actual.equals(expected)) {
      diagnostics.add(
          position,
          "The tag " + actual.getValue() + " has no meaning in a check.",
          "Leave it out.");
    }
  }
}
