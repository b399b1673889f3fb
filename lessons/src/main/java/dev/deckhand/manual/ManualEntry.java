package dev.deckhand.manual;

import java.util.List;

/**
 * What is written about a kind, or about one of its fields.
 *
 * @param path the kind and the fields on the way, as in {@code Deployment.spec.replicas}
 * @param apiVersion as in a manifest: {@code apps/v1}
 * @param type in words of the schema: {@code integer}, {@code []Container}; empty where unknown
 * @param required whether an object is refused without it
 * @param description as the cluster writes them; empty where it writes none
 * @param allowedValues the values that are allowed; empty where any is
 * @param fields what is inside; empty for a plain value
 */
public record ManualEntry(
    String path,
    String apiVersion,
    String type,
    boolean required,
    String description,
    List<String> allowedValues,
    List<Field> fields) {

  public ManualEntry {
    allowedValues = List.copyOf(allowedValues);
    fields = List.copyOf(fields);
  }

  /**
   * A field, in short.
   *
   * @param summary the first sentence
   */
  public record Field(String name, String type, boolean required, String summary) {}
}
