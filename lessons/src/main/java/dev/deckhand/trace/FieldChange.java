package dev.deckhand.trace;

/**
 * A field that became another.
 *
 * @param path {@code spec.replicas}
 * @param before empty where it was not there, or nobody knows
 * @param after empty where it is gone
 */
public record FieldChange(String path, String before, String after) {}
