package dev.deckhand.check.schema;

import java.util.Locale;

/** The type of a field. */
public sealed interface FieldType {

  /** One value. */
  enum Scalar implements FieldType {
    TEXT("a text"),
    WHOLE("a whole number"),
    NUMBER("a number"),
    FLAG("true or false"),
    /** A text or a number: {@code 128Mi}, {@code 25%}, {@code 80}. */
    AMOUNT("an amount");

    private final String displayName;

    Scalar(String spoken) {
      this.displayName = spoken;
    }

    /** The type in words: {@code a whole number}. */
    public String displayName() {
      return displayName;
    }

    String keyword() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A list. */
  record ListOf(FieldType element) implements FieldType {}

  /** A map with any keys. */
  record MapOf(FieldType value) implements FieldType {}

  /** A map with known fields; the name is for {@link ApiSchema#objectSchema}. */
  record ObjectOf(String name) implements FieldType {}

  /** Anything, or unknown. */
  record Any() implements FieldType {}
}
