package dev.deckhand.trace;

/**
 * A field that became another.
 *
 * @param path {@code spec.replicas}
 * @param was empty where it was not there, or nobody knows
 * @param is empty where it is gone
 */
public record Change(String path, String was, String is) {}
