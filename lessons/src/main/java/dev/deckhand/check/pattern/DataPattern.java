package dev.deckhand.check.pattern;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of an object that matters to a check. */
public sealed interface DataPattern {

  /** Where in the author's file the pattern stands. */
  SourcePosition place();

  /** Returns the expressions that stand in it and in what it holds, however deep that is. */
  default List<Expression> allExpressions() {
    var all = new ArrayList<Expression>();
    var waiting = new ArrayDeque<DataPattern>();
    waiting.add(this);
    while (!waiting.isEmpty()) {
      switch (waiting.remove()) {
        case Shape(var fields, var own, _) -> {
          all.addAll(own);
          waiting.addAll(fields.values());
        }
        case Elements(var elements, _) -> waiting.addAll(elements);
        case Scalar _, Missing _ -> {}
      }
    }
    return all;
  }

  /**
   * Named fields that must match, and expressions that must give a value; the rest may be anything.
   */
  record Shape(Map<String, DataPattern> fields, List<Expression> expressions, SourcePosition place)
      implements DataPattern {
    public Shape {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      expressions = List.copyOf(expressions);
    }
  }

  /** Elements that must be there, in any order; more may be. */
  record Elements(List<DataPattern> elements, SourcePosition place) implements DataPattern {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** A scalar that must be equal in value. */
  record Scalar(DataNode value, SourcePosition place) implements DataPattern {}

  /** A field that must not be there. */
  record Missing(SourcePosition place) implements DataPattern {}

  /**
   * A CEL expression over the node it stands in, and the value that it must give.
   *
   * @param source the text between the parentheses
   * @param expected what it must give: a scalar, {@code true} as a rule
   */
  record Expression(String source, DataNode expected, SourcePosition place) {}
}
