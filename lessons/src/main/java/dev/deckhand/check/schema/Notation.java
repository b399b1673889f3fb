package dev.deckhand.check.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the lines of a schema: {@code replicas:whole template:PodTemplateSpec}. */
final class Notation {
  private static final Map<String, FieldType> SCALARS =
      Stream.of(FieldType.Scalar.values())
          .collect(Collectors.toUnmodifiableMap(FieldType.Scalar::word, scalar -> scalar));

  private Notation() {}

  /**
   * Reads the fields of a type.
   *
   * @param file where the types stand that a field may name
   */
  static Structure structure(String file, String line) {
    var fields = new LinkedHashMap<String, FieldType>();
    for (String word : line.split(" ", -1)) {
      int colon = word.lastIndexOf(':');
      fields.put(word.substring(0, colon), type(file, word.substring(colon + 1)));
    }
    return new Structure(fields);
  }

  private static FieldType type(String file, String word) {
    if (word.startsWith("[]")) {
      return new FieldType.ListOf(type(file, word.substring(2)));
    }
    if (word.startsWith("{}")) {
      return new FieldType.MapOf(type(file, word.substring(2)));
    }
    FieldType scalar = SCALARS.get(word);
    if (scalar != null) {
      return scalar;
    }
    return word.equals("any") ? new FieldType.Open() : new FieldType.ObjectOf(file + "." + word);
  }

  /** Reads the kinds of an apiVersion, and the type of each where it has another name. */
  static Map<String, FieldType> kinds(String file, String line) {
    var kinds = new LinkedHashMap<String, FieldType>();
    for (String word : line.split(" ", -1)) {
      int colon = word.indexOf(':');
      String kind = colon < 0 ? word : word.substring(0, colon);
      kinds.put(kind, type(file, colon < 0 ? word : word.substring(colon + 1)));
    }
    return kinds;
  }
}
