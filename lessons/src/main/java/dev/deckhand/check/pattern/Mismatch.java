package dev.deckhand.check.pattern;

/**
 * A place where an object differs from a pattern.
 *
 * @param isAboutAnswer whether the learner's answer is what differs; the value in the object is
 *     then not shown, since it would give the answer away
 */
public record Mismatch(FieldPath path, String actual, String expected, boolean isAboutAnswer) {
  public Mismatch(FieldPath path, String actual, String expected) {
    this(path, actual, expected, false);
  }

  /** Orders mismatches in the spec before those in the status. */
  public int rank() {
    return !path.fields().isEmpty() && path.fields().getFirst().equals("status") ? 1 : 0;
  }
}
