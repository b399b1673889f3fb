package dev.deckhand.check.schema;

import dev.deckhand.check.pattern.DataNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds whose fields are known. Thread-safe.
 *
 * <p>The files are read on first use, which takes about 30 ms in a cold JVM; types are parsed one
 * by one when they are needed.
 */
public final class ApiSchema {
  private static final List<String> FILES = List.of("kubernetes", "docker", "deckhand");

  private static final Set<String> HEADER = Set.of("apiVersion", "kind", "metadata");

  private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();
  private final Map<String, ObjectSchema> objectSchemas = new ConcurrentHashMap<>();

  /** Returns the kinds of an apiVersion with their types; empty if it isn't known. */
  public Map<String, FieldType> kinds(String apiVersion) {
    // the names of types, in the same file, have no slash
    if (isApiVersion(apiVersion)) {
      for (String file : FILES) {
        ResourceBundle bundle = bundle(file);
        if (bundle.containsKey(apiVersion)) {
          return SchemaLineParser.parseKinds(file, bundle.getString(apiVersion));
        }
      }
    }
    return Map.of();
  }

  /** Returns the apiVersions that are known, with their kinds. */
  public Map<String, Map<String, FieldType>> apiVersions() {
    var all = new TreeMap<String, Map<String, FieldType>>();
    for (String file : FILES) {
      for (String key : new TreeSet<>(bundle(file).keySet())) {
        if (isApiVersion(key)) {
          all.put(key, kinds(key));
        }
      }
    }
    return all;
  }

  /** Returns the type of a kind, if it is known. */
  public Optional<FieldType> typeOfKind(String apiVersion, String kind) {
    return Optional.ofNullable(kinds(apiVersion).get(kind));
  }

  /** Returns the fields of a type. */
  public ObjectSchema objectSchema(FieldType.ObjectOf type) {
    return objectSchemas.computeIfAbsent(
        type.name(),
        name -> {
          int dot = name.indexOf('.');
          String file = name.substring(0, dot);
          return SchemaLineParser.parseObject(
              file, bundle(file).getString(name.substring(dot + 1)));
        });
  }

  /**
   * Whether a version of a kind has every field that an object has; false if the version or the
   * kind isn't known. The header ({@code apiVersion}, {@code kind}, {@code metadata}) isn't looked
   * at.
   */
  public boolean hasAllFields(String apiVersion, String kind, DataNode object) {
    return typeOfKind(apiVersion, kind)
        .filter(type -> hasAllFields(type, object, HEADER))
        .isPresent();
  }

  private boolean hasAllFields(FieldType type, DataNode node, Set<String> ignored) {
    return switch (node) {
      case DataNode.Fields(var fields) ->
          fields.entrySet().stream()
              .filter(field -> !ignored.contains(field.getKey()))
              .allMatch(field -> hasField(type, field.getKey(), field.getValue()));
      case DataNode.Items(var items) ->
          !(type instanceof FieldType.ListOf(var element))
              || items.stream().allMatch(item -> hasAllFields(element, item, Set.of()));
      case DataNode.Text _, DataNode.Numeral _, DataNode.Flag _, DataNode.Absent _ -> true;
    };
  }

  private boolean hasField(FieldType type, String name, DataNode value) {
    return switch (type) {
      case FieldType.ObjectOf object -> {
        FieldType known = objectSchema(object).fields().get(name);
        yield known != null && hasAllFields(known, value, Set.of());
      }
      case FieldType.MapOf(var element) -> hasAllFields(element, value, Set.of());
      case FieldType.Any _, FieldType.ListOf _, FieldType.Scalar _ -> true;
    };
  }

  private static boolean isApiVersion(String key) {
    return key.equals("v1") || key.contains("/");
  }

  private ResourceBundle bundle(String name) {
    return bundles.computeIfAbsent(
        name,
        file ->
            ResourceBundle.getBundle(
                ApiSchema.class.getPackageName() + "." + file,
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES)));
  }
}
