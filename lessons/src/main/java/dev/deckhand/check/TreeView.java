package dev.deckhand.check;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trees as CEL sees them, and back.
 *
 * <p>Views, not copies: an expression looks at a few fields of an object that may be large. A field
 * that is null is not there, for {@code has()} too. Whole numbers are CEL's int, others its double.
 */
final class TreeView {
  /** API servers refuse what is nested deeper than this; below it a view shows null. */
  private static final int DEEPEST = 256;

  private TreeView() {}

  static Object of(Node node) {
    return of(node, 0);
  }

  private static Object of(Node node, int depth) {
    if (depth > DEEPEST) {
      return NullValue.NULL_VALUE;
    }
    return switch (node) {
      case Node.Fields(var fields) -> new MapView(fields, depth);
      case Node.Items(var items) -> new ListView(items, depth);
      case Node.Text(var value) -> value;
      case Node.Numeral(var value) -> number(value);
      case Node.Flag(var value) -> value;
      case Node.Absent _ -> NullValue.NULL_VALUE;
    };
  }

  private static Object number(BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException notWholeOrTooLarge) {
      return value.doubleValue();
    }
  }

  /** Returns what an expression gave as a tree; what a tree cannot hold becomes a text. */
  static Node back(@Nullable Object value) {
    return switch (value) {
      case null -> new Node.Absent();
      case NullValue _ -> new Node.Absent();
      case Boolean flag -> new Node.Flag(flag);
      case String text -> new Node.Text(text);
      case Double number when !Double.isFinite(number) -> new Node.Text(number.toString());
      case Number number -> new Node.Numeral(new BigDecimal(number.toString()));
      case List<?> list -> new Node.Text("a list of " + list.size());
      case Map<?, ?> map -> new Node.Text("a map of " + map.size());
      default -> new Node.Text(value.toString());
    };
  }

  private static final class MapView extends AbstractMap<String, Object> {
    private final Map<String, Node> fields;
    private final int depth;

    MapView(Map<String, Node> fields, int depth) {
      this.fields = fields;
      this.depth = depth;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      Node node = key instanceof String ? fields.get(key) : null;
      return node != null && !(node instanceof Node.Absent);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      Node node = key instanceof String ? fields.get(key) : null;
      return node == null || node instanceof Node.Absent ? null : of(node, depth + 1);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      var entries = new LinkedHashMap<String, Object>();
      fields.forEach((name, node) -> {
        if (!(node instanceof Node.Absent)) {
          entries.put(name, of(node, depth + 1));
        }
      });
      return entries.entrySet();
    }
  }

  private static final class ListView extends AbstractList<Object> {
    private final List<Node> items;
    private final int depth;

    ListView(List<Node> items, int depth) {
      this.items = items;
      this.depth = depth;
    }

    @Override
    public Object get(int index) {
      return of(items.get(index), depth + 1);
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
