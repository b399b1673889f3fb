package dev.deckhand.check;

import java.util.Set;

/** Tells whether two scalars are equal in value. */
final class Likeness {
  /**
   * Fields that take a number or a name (Kubernetes' {@code IntOrString}): in them {@code 80} and
   * {@code "80"} are alike, since a name cannot be a mere number.
   */
  private static final Set<String> NUMBER_OR_NAME =
      Set.of("port", "targetPort", "servicePort", "maxSurge", "maxUnavailable", "minAvailable");

  private Likeness() {}

  /**
   * Compares an expected scalar with what is at a path.
   *
   * <p>Numbers are equal by value ({@code 1} and {@code 1.0}), amounts as amounts. A text is never
   * equal to a number or a flag elsewhere: a label {@code "8080"} is a text, Kubernetes refuses the
   * number there, and so a check that asks for the number is a mistake which should show.
   */
  static boolean between(Node expected, Node actual, FieldPath path) {
    return switch (expected) {
      case Node.Text(var text) ->
          (actual instanceof Node.Text(var other) && text.equals(other))
              || acrossNotations(expected, actual, path);
      case Node.Numeral(var number) ->
          (actual instanceof Node.Numeral(var other) && number.compareTo(other) == 0)
              || acrossNotations(expected, actual, path);
      case Node.Flag(var flag) -> actual instanceof Node.Flag(var other) && flag == other;
      case Node.Absent _ -> actual instanceof Node.Absent;
      case Node.Fields _, Node.Items _ -> false;
    };
  }

  private static boolean acrossNotations(Node expected, Node actual, FieldPath path) {
    if (!(actual instanceof Node.Text || actual instanceof Node.Numeral)) {
      return false;
    }
    if (NUMBER_OR_NAME.contains(path.step())) {
      return expected.text().equals(actual.text());
    }
    if (!Quantity.isAt(path)) {
      return false;
    }
    var wanted = Quantity.of(expected);
    var given = Quantity.of(actual);
    return wanted.isPresent() && given.isPresent() && wanted.get().compareTo(given.get()) == 0;
  }
}
