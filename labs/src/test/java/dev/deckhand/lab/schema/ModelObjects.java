package dev.deckhand.lab.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Makes objects of the model with something in each of their fields. */
final class ModelObjects {
  private static final int DEEPEST = 7;

  private ModelObjects() {}

  static @Nullable Object of(Type type, int depth) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, depth);
    }
    if (!(type instanceof Class<?> model) || depth > DEEPEST) {
      return null;
    }
    Object scalar = scalar(model);
    return scalar != null || !model.getName().startsWith("io.fabric8.kubernetes.api.model.")
        ? scalar
        : object(model, depth);
  }

  private static @Nullable Object collection(ParameterizedType generic, int depth)
      throws ReflectiveOperationException {
    Type[] arguments = generic.getActualTypeArguments();
    Object element = of(arguments[arguments.length - 1], depth + 1);
    if (element == null) {
      return null;
    }
    return generic.getRawType() == Map.class
        ? Map.of("a.b/c", element)
        : generic.getRawType() == List.class ? List.of(element) : null;
  }

  private static @Nullable Object scalar(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return switch (type.getSimpleName()) {
      case "String" -> "text";
      case "Boolean", "boolean" -> true;
      case "Integer", "int" -> 7;
      case "Long", "long" -> 7L;
      case "Double" -> 1.5;
      case "Quantity" -> new Quantity("128Mi");
      case "IntOrString" -> new IntOrString("25%");
      case "MicroTime" -> new MicroTime("2026-01-01T00:00:00.000000Z");
      case "ZonedDateTime" -> ZonedDateTime.parse("2026-01-01T00:00:00Z");
      case "JsonNode", "Object" -> StringNode.valueOf("anything");
      default -> null;
    };
  }

  private static @Nullable Object object(Class<?> type, int depth)
      throws ReflectiveOperationException {
    // what is one of several things has a class that cannot be empty
    if (type.isInterface() || type.getSimpleName().startsWith("JSONSchemaPropsOr")) {
      return null;
    }
    Object made = type.getDeclaredConstructor().newInstance();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.isAnnotationPresent(JsonProperty.class)) {
          fill(made, field, depth);
        }
      }
    }
    return made;
  }

  private static void fill(Object made, Field field, int depth)
      throws ReflectiveOperationException {
    field.setAccessible(true);
    boolean isHeader = field.getName().equals("apiVersion") || field.getName().equals("kind");
    Object value = isHeader && depth == 0 ? null : of(field.getGenericType(), depth + 1);
    if (value != null) {
      field.set(made, value);
    }
  }
}
