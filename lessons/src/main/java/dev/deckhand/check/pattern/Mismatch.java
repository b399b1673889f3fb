package dev.deckhand.check.pattern;

/**
 * A place where an object is not as expected.
 *
 * @param isAboutAnswer whether it is the learner's answer that does not agree; what the object
 *     shows is then not told, since it would give the answer away
 */
public record Mismatch(FieldPath path, String actual, String expected, boolean isAboutAnswer) {
  public Mismatch(FieldPath path, String actual, String expected) {
    this(path, actual, expected, false);
  }

  /** What was wanted comes before what came of it. */
  public int rank() {
    return !path.fields().isEmpty() && path.fields().getFirst().equals("status") ? 1 : 0;
  }
}
