package dev.deckhand.check.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses the lines of a schema: {@code replicas:whole template:PodTemplateSpec}. */
final class SchemaLineParser {
  private static final Map<String, FieldType> SCALARS =
      Stream.of(FieldType.Scalar.values())
          .collect(Collectors.toUnmodifiableMap(FieldType.Scalar::keyword, scalar -> scalar));

  private SchemaLineParser() {}

  /**
   * Parses the fields of a type.
   *
   * @param file the file with the types that the fields name
   */
  static ObjectSchema parseObject(String file, String line) {
    var fields = new LinkedHashMap<String, FieldType>();
    for (String word : line.split(" ", -1)) {
      int colon = word.lastIndexOf(':');
      fields.put(word.substring(0, colon), parseType(file, word.substring(colon + 1)));
    }
    return new ObjectSchema(fields);
  }

  private static FieldType parseType(String file, String word) {
    if (word.startsWith("[]")) {
      return new FieldType.ListOf(parseType(file, word.substring(2)));
    }
    if (word.startsWith("{}")) {
      return new FieldType.MapOf(parseType(file, word.substring(2)));
    }
    FieldType scalar = SCALARS.get(word);
    if (scalar != null) {
      return scalar;
    }
    return word.equals("any") ? new FieldType.Any() : new FieldType.ObjectOf(file + "." + word);
  }

  /** Parses the kinds of an apiVersion, each with its type. */
  static Map<String, FieldType> parseKinds(String file, String line) {
    var kinds = new LinkedHashMap<String, FieldType>();
    for (String word : line.split(" ", -1)) {
      int colon = word.indexOf(':');
      String kind = colon < 0 ? word : word.substring(0, colon);
      kinds.put(kind, parseType(file, colon < 0 ? word : word.substring(colon + 1)));
    }
    return kinds;
  }
}
