package dev.deckhand.lab.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the classes of Fabric8's model as fields and types. */
final class ModelTypes {
  private static final String MODEL = "io.fabric8.kubernetes.api.model.";
  private static final Map<Class<?>, String> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(Boolean.class, "flag"),
          Map.entry(boolean.class, "flag"),
          Map.entry(Integer.class, "whole"),
          Map.entry(int.class, "whole"),
          Map.entry(Long.class, "whole"),
          Map.entry(long.class, "whole"),
          Map.entry(Double.class, "number"),
          Map.entry(Float.class, "number"),
          Map.entry(Quantity.class, "amount"),
          Map.entry(IntOrString.class, "amount"),
          Map.entry(MicroTime.class, "text"),
          Map.entry(Duration.class, "text"),
          Map.entry(ZonedDateTime.class, "text"));

  /** Maps, lists or scalars by turns, as the classes' own deserializers have it. */
  private static final Set<String> OPEN =
      Set.of(
          "JSONSchemaPropsOrArray",
          "JSONSchemaPropsOrBool",
          "JSONSchemaPropsOrStringArray",
          "FieldsV1");

  private final Map<Class<?>, Map<String, Type>> fields = new HashMap<>();

  ModelTypes(Iterable<Class<? extends HasMetadata>> kinds) {
    Deque<Type> waiting = new ArrayDeque<>();
    kinds.forEach(waiting::add);
    while (!waiting.isEmpty()) {
      visit(waiting.remove(), waiting);
    }
  }

  private void visit(Type type, Deque<Type> waiting) {
    if (type instanceof ParameterizedType generic) {
      waiting.addAll(List.of(generic.getActualTypeArguments()));
    } else if (type instanceof Class<?> model && isObject(model) && !fields.containsKey(model)) {
      Map<String, Type> own = fieldsOf(model);
      fields.put(model, own);
      waiting.addAll(own.values());
    }
  }

  private static boolean isObject(Class<?> type) {
    return !type.isEnum()
        && !type.isInterface()
        && !SCALARS.containsKey(type)
        && !OPEN.contains(type.getSimpleName())
        && type.getName().startsWith(MODEL)
        && !fieldsOf(type).isEmpty();
  }

  private static Map<String, Type> fieldsOf(Class<?> type) {
    var found = new TreeMap<String, Type>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        if (property != null && !Modifier.isStatic(field.getModifiers())) {
          String name = property.value().isEmpty() ? field.getName() : property.value();
          found.putIfAbsent(name, field.getGenericType());
        }
      }
    }
    return found;
  }

  /** Returns a type as the schema writes it. */
  String word(Type type) {
    return switch (type) {
      case Class<?> plain when plain.isEnum() -> "text";
      case Class<?> plain when SCALARS.containsKey(plain) -> SCALARS.get(plain);
      case Class<?> plain when fields.containsKey(plain) -> name(plain);
      case ParameterizedType generic -> {
        Type[] arguments = generic.getActualTypeArguments();
        Class<?> raw = (Class<?>) generic.getRawType();
        yield List.class.isAssignableFrom(raw) || Set.class.isAssignableFrom(raw)
            ? "[]" + word(arguments[0])
            : Map.class.isAssignableFrom(raw) ? "{}" + word(arguments[1]) : "any";
      }
      default -> "any";
    };
  }

  private String name(Class<?> type) {
    boolean isAlone =
        fields.keySet().stream()
            .noneMatch(
                other -> other != type && other.getSimpleName().equals(type.getSimpleName()));
    return isAlone ? type.getSimpleName() : type.getName().substring(MODEL.length());
  }

  /** Returns a line for each type: its name, and its fields with their types. */
  Set<String> lines() {
    var lines = new TreeSet<String>();
    fields.forEach((type, own) -> {
      var words = new TreeSet<String>();
      own.forEach((field, of) -> words.add(field + ":" + word(of)));
      lines.add(name(type) + "=" + String.join(" ", words));
    });
    return lines;
  }

  /** Returns the classes that say nothing of their fields; they are open in the schema. */
  Set<String> unknown() {
    var unknown = new TreeSet<String>();
    for (Map<String, Type> own : fields.values()) {
      own.forEach((field, type) -> {
        if (word(type).endsWith("any")) {
          unknown.add(simple(type));
        }
      });
    }
    return unknown;
  }

  private static String simple(Type type) {
    return type instanceof ParameterizedType generic
        ? simple(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
        : type.getTypeName().replaceFirst(".*[.]", "");
  }

  /** Whether the class is one that an API server keeps, and not a question put to it. */
  static boolean isKept(Class<?> type) {
    return HasMetadata.class.isAssignableFrom(type)
        && KubernetesResource.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers());
  }
}
