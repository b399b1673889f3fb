package dev.deckhand.manual;

import java.util.List;

/**
 * The documentation of a kind or of one of its fields.
 *
 * @param path the kind and the path of the field: {@code Deployment.spec.replicas}
 * @param apiVersion as in a manifest: {@code apps/v1}
 * @param type the type in terms of the schema: {@code integer}, {@code []Container}; empty if
 *     unknown
 * @param required whether the field is required
 * @param description the description by the cluster; may be empty
 * @param allowedValues the allowed values; empty if any is
 * @param fields the fields of an object; empty for a scalar
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
   * A field in the list of an entry.
   *
   * @param summary the first sentence of the description
   */
  public record Field(String name, String type, boolean required, String summary) {}
}
