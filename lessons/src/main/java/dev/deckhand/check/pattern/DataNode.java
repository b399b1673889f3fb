package dev.deckhand.check.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree of plain data: an object of an API, or part of a check document. */
public sealed interface DataNode {

  /** A map, in the order in which it was read. */
  record Fields(Map<String, DataNode> fields) implements DataNode {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A list. */
  record Items(List<DataNode> items) implements DataNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A string. */
  record Text(String value) implements DataNode {}

  /** A number, whole or not. */
  record Numeral(BigDecimal value) implements DataNode {}

  /** True or false. */
  record Flag(boolean value) implements DataNode {}

  /** An explicit null, or a field that doesn't exist. */
  record Absent() implements DataNode {}

  /**
   * Turns plain Java data (maps, lists, strings, numbers, booleans, null) into a tree.
   *
   * @throws IllegalArgumentException if the data holds anything else
   */
  static DataNode of(@Nullable Object plain) {
    return switch (plain) {
      case null -> new Absent();
      case DataNode node -> node;
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, DataNode>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), of(value)));
        yield new Fields(fields);
      }
      case Iterable<?> list -> {
        var items = new ArrayList<DataNode>();
        list.forEach(item -> items.add(of(item)));
        yield new Items(items);
      }
      case CharSequence text -> new Text(text.toString());
      case Boolean flag -> new Flag(flag);
      case BigDecimal number -> new Numeral(number);
      case Number number -> new Numeral(new BigDecimal(number.toString()));
      default ->
          throw new IllegalArgumentException("no data of " + plain.getClass() + " in a tree");
    };
  }

  /** Returns the node at a path of field names, or {@link Absent} if one of them doesn't exist. */
  default DataNode at(String... path) {
    DataNode node = this;
    for (String name : path) {
      node =
          node instanceof Fields(var fields)
              ? fields.getOrDefault(name, new Absent())
              : new Absent();
    }
    return node;
  }

  /**
   * Returns the text of a scalar, or an empty string for anything else. Numbers of more than 40
   * digits are in scientific notation: {@code 1e1000000} isn't spelled out.
   */
  default String text() {
    return switch (this) {
      case Text(var value) -> value;
      case Numeral(var value) -> numberText(value.stripTrailingZeros());
      case Flag(var value) -> Boolean.toString(value);
      case Fields _, Items _, Absent _ -> "";
    };
  }

  /** Returns plain Java data: the inverse of {@link #of}, with whole numbers as {@code Long}. */
  default @Nullable Object toJava() {
    return switch (this) {
      case Fields(var fields) -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, node) -> map.put(name, node.toJava()));
        yield map;
      }
      case Items(var items) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(item.toJava()));
        yield list;
      }
      case Text(var value) -> value;
      case Numeral(var value) -> plainNumber(value);
      case Flag(var value) -> value;
      case Absent _ -> null;
    };
  }

  private static String numberText(BigDecimal value) {
    boolean isShort = value.precision() <= 40 && Math.abs((long) value.scale()) <= 40;
    return isShort ? value.toPlainString() : value.toString();
  }

  private static Object plainNumber(BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException notWhole) {
      return value.doubleValue();
    }
  }
}
