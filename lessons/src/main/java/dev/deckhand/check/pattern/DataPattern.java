package dev.deckhand.check.pattern;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of an object that matters to a check. */
public sealed interface DataPattern {

  /** The position in the author's file. */
  SourcePosition place();

  /** Returns the expressions in it, however deep they stand. */
  default List<Expression> allExpressions() {
    return nodes().stream()
        .flatMap(node -> node instanceof Shape shape ? shape.expressions().stream() : Stream.of())
        .toList();
  }

  /** Returns every word in it: names of fields, texts, and the identifiers of expressions. */
  default Set<String> words() {
    var words = new HashSet<String>();
    for (DataPattern node : nodes()) {
      switch (node) {
        case Shape(var fields, var expressions, _) -> {
          words.addAll(fields.keySet());
          expressions.forEach(one -> words.addAll(one.words()));
        }
        case Scalar(DataNode.Text(var text), _) -> words.add(text);
        case Scalar _, Elements _, Missing _ -> {}
      }
    }
    return words;
  }

  /** Returns the pattern and all patterns inside it, breadth first. */
  private List<DataPattern> nodes() {
    var all = new ArrayList<DataPattern>();
    all.add(this);
    for (int i = 0; i < all.size(); i++) {
      switch (all.get(i)) {
        case Shape shape -> all.addAll(shape.fields().values());
        case Elements(var elements, _) -> all.addAll(elements);
        case Scalar _, Missing _ -> {}
      }
    }
    return all;
  }

  /**
   * Fields that must match and expressions that must give a value; other fields may be anything.
   */
  record Shape(Map<String, DataPattern> fields, List<Expression> expressions, SourcePosition place)
      implements DataPattern {
    public Shape {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      expressions = List.copyOf(expressions);
    }
  }

  /** Elements that must exist, in any order, maybe among others. */
  record Elements(List<DataPattern> elements, SourcePosition place) implements DataPattern {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** A value that must be equal. */
  record Scalar(DataNode value, SourcePosition place) implements DataPattern {}

  /** A field that must not exist. */
  record Missing(SourcePosition place) implements DataPattern {}

  /**
   * A CEL expression over the node that it stands in, and the value that it must give.
   *
   * @param source the text between the parentheses
   * @param expected the value that it must give: a scalar, usually {@code true}
   */
  record Expression(String source, DataNode expected, SourcePosition place) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** Returns the identifiers in it, and the words in its quoted texts. */
    public Set<String> words() {
      return WORD.matcher(source).results().map(MatchResult::group).collect(Collectors.toSet());
    }
  }
}
