package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the domain's records from JSON as {@link PackFormat#mapper()} writes them. Jackson's data
 * binding reads the same, but takes a third of a program start to examine the types; this needs
 * only its parser.
 */
final class RecordReader {

  private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
  private final Map<Class<?>, Map<String, Class<?>>> cases = new HashMap<>();

  /**
   * Reads the value at which the parser stands, and leaves the parser at its last token.
   *
   * @throws IOException if it isn't a value of that type
   */
  <T> T read(JsonParser in, Class<T> type) throws IOException {
    try {
      Object value = value(in, type);
      if (value == null) {
        throw unfit(in, "null");
      }
      return type.cast(value);
    } catch (IllegalArgumentException | NullPointerException refused) {
      throw new IOException("a value that " + type.getSimpleName() + " refuses", refused);
    }
  }

  private @Nullable Object value(JsonParser in, Type type) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      if (type instanceof Class<?> primitive && primitive.isPrimitive()) {
        throw unfit(in, "null for a " + primitive);
      }
      return null;
    }
    return type instanceof ParameterizedType generic
        ? collection(in, generic)
        : simple(in, (Class<?>) type);
  }

  private Object collection(JsonParser in, ParameterizedType type) throws IOException {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Map.class) {
      return map(in, arguments[0], arguments[1]);
    }
    var items = new ArrayList<@Nullable Object>();
    expect(in, JsonToken.START_ARRAY);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(in, arguments[0]));
    }
    return type.getRawType() == Set.class ? new LinkedHashSet<>(items) : items;
  }

  private Map<Object, @Nullable Object> map(JsonParser in, Type key, Type value)
      throws IOException {
    var fields = new LinkedHashMap<Object, @Nullable Object>();
    expect(in, JsonToken.START_OBJECT);
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      fields.put(key == String.class ? name : constant((Class<?>) key, name), value(in, value));
    }
    return fields;
  }

  private Object simple(JsonParser in, Class<?> type) throws IOException {
    if (type.isRecord()) {
      return plain(in, type);
    }
    if (type.isSealed()) {
      return sealed(in, type);
    }
    if (type == int.class || type == Integer.class) {
      expect(in, JsonToken.VALUE_NUMBER_INT);
      return in.getIntValue();
    }
    if (type == long.class || type == Long.class) {
      expect(in, JsonToken.VALUE_NUMBER_INT);
      return in.getLongValue();
    }
    if (type == boolean.class || type == Boolean.class) {
      return in.getBooleanValue();
    }
    if (type == BigDecimal.class) {
      return in.getDecimalValue();
    }
    expect(in, JsonToken.VALUE_STRING);
    if (type == String.class) {
      return in.getText();
    }
    if (type.isEnum()) {
      return constant(type, in.getText());
    }
    if (type == Duration.class) {
      return duration(in);
    }
    throw new IllegalStateException("packs have no values of " + type);
  }

  private static Duration duration(JsonParser in) throws IOException {
    try {
      return Duration.parse(in.getText());
    } catch (DateTimeException notOne) {
      throw new IOException(in.getText() + " isn't a duration", notOne);
    }
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name + " isn't one of " + type);
  }

  /** The type's name is written even where no other type is possible. */
  private Object plain(JsonParser in, Class<?> type) throws IOException {
    expect(in, JsonToken.START_OBJECT);
    in.nextToken();
    if ("type".equals(in.currentName()) && RecordShape.isNamed(type)) {
      in.nextToken();
      if (!type.getSimpleName().equals(in.getText())) {
        throw unfit(in, "no " + type.getSimpleName());
      }
      in.nextToken();
    }
    return record(in, type);
  }

  /** The writer puts the name of the type first. */
  private Object sealed(JsonParser in, Class<?> type) throws IOException {
    expect(in, JsonToken.START_OBJECT);
    in.nextToken();
    if (!"type".equals(in.currentName())) {
      throw unfit(in, "no type of a " + type.getSimpleName());
    }
    in.nextToken();
    Class<?> named =
        cases.computeIfAbsent(type, RecordReader::permitted).get(String.valueOf(in.getText()));
    if (named == null) {
      throw unfit(in, "no " + type.getSimpleName());
    }
    in.nextToken();
    return record(in, named);
  }

  private static Map<String, Class<?>> permitted(Class<?> sealed) {
    var names = new HashMap<String, Class<?>>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      names.put(permitted.getSimpleName(), permitted);
    }
    return names;
  }

  /** Reads from the name of the first field to the end of the object. */
  private Object record(JsonParser in, Class<?> type) throws IOException {
    RecordShape shape = shapes.computeIfAbsent(type, RecordShape::of);
    @Nullable Object[] values = shape.defaults();
    for (; in.currentToken() != JsonToken.END_OBJECT; in.nextToken()) {
      Integer place = shape.place(in.currentName());
      if (place == null) {
        throw unfit(in, "no field of a " + type.getSimpleName());
      }
      in.nextToken();
      values[place] = value(in, shape.type(place));
    }
    return shape.create(values);
  }

  private static void expect(JsonParser in, JsonToken token) throws IOException {
    if (in.currentToken() != token) {
      throw unfit(in, "not a " + token);
    }
  }

  private static IOException unfit(JsonParser in, String why) {
    var place = in.currentLocation();
    return new IOException(
        "line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), why));
  }
}
