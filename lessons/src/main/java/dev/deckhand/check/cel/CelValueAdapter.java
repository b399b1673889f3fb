package dev.deckhand.check.cel;

import dev.cel.common.values.NullValue;
import dev.deckhand.check.pattern.DataNode;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts trees to CEL values and back.
 *
 * <p>CEL values are views, since an expression reads a few fields of an object that may be large. A
 * field that is null doesn't exist, for {@code has()} too. Whole numbers become int, others double.
 */
final class CelValueAdapter {
  /** Values nested deeper than this, which API servers refuse, are null. */
  private static final int MAX_DEPTH = 256;

  private CelValueAdapter() {}

  static Object toCel(DataNode node) {
    return toCel(node, 0);
  }

  private static Object toCel(DataNode node, int depth) {
    if (depth > MAX_DEPTH) {
      return NullValue.NULL_VALUE;
    }
    return switch (node) {
      case DataNode.Fields(var fields) -> new MapView(fields, depth);
      case DataNode.Items(var items) -> new ListView(items, depth);
      case DataNode.Text(var value) -> value;
      case DataNode.Numeral(var value) -> number(value);
      case DataNode.Flag(var value) -> value;
      case DataNode.Absent _ -> NullValue.NULL_VALUE;
    };
  }

  private static Object number(BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException notWholeOrTooLarge) {
      return value.doubleValue();
    }
  }

  /** Returns the result of an expression as a tree; other types become texts. */
  static DataNode fromCel(@Nullable Object value) {
    return switch (value) {
      case null -> new DataNode.Absent();
      case NullValue _ -> new DataNode.Absent();
      case Boolean flag -> new DataNode.Flag(flag);
      case String text -> new DataNode.Text(text);
      case Double number when !Double.isFinite(number) -> new DataNode.Text(number.toString());
      case Number number -> new DataNode.Numeral(new BigDecimal(number.toString()));
      case List<?> list -> new DataNode.Text("a list of " + list.size());
      case Map<?, ?> map -> new DataNode.Text("a map of " + map.size());
      default -> new DataNode.Text(value.toString());
    };
  }

  private static final class MapView extends AbstractMap<String, Object> {
    private final Map<String, DataNode> fields;
    private final int depth;

    MapView(Map<String, DataNode> fields, int depth) {
      this.fields = fields;
      this.depth = depth;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      DataNode node = key instanceof String ? fields.get(key) : null;
      return node != null && !(node instanceof DataNode.Absent);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      DataNode node = key instanceof String ? fields.get(key) : null;
      return node == null || node instanceof DataNode.Absent ? null : toCel(node, depth + 1);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      var entries = new LinkedHashMap<String, Object>();
      fields.forEach((name, node) -> {
        if (!(node instanceof DataNode.Absent)) {
          entries.put(name, toCel(node, depth + 1));
        }
      });
      return entries.entrySet();
    }
  }

  private static final class ListView extends AbstractList<Object> {
    private final List<DataNode> items;
    private final int depth;

    ListView(List<DataNode> items, int depth) {
      this.items = items;
      this.depth = depth;
    }

    @Override
    public Object get(int index) {
      return toCel(items.get(index), depth + 1);
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
