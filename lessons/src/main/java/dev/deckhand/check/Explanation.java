package dev.deckhand.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Says why an expression is not met, by the fields that it speaks of. */
final class Explanation {
  private final Expressions expressions;

  Explanation(Expressions expressions) {
    this.expressions = expressions;
  }

  /** Returns at least one mismatch: where parts are joined by {@code &&}, for each unmet part. */
  List<Mismatch> of(Pattern.Expression expression, Outcome outcome, Scene scene, FieldPath path) {
    String source = expression.source();
    if (!isTrue(expression.expected())) {
      String wanted = Words.cut(source) + " to be " + Words.value(expression.expected());
      return List.of(describe(source, wanted, outcome, scene, path));
    }
    List<Mismatch> parts =
        expressions.compile(source) instanceof Compilation.Ready ready
            ? parts(ready.conjuncts(), scene, path)
            : List.of();
    return parts.isEmpty()
        ? List.of(describe(source, Words.cut(source), outcome, scene, path))
        : parts;
  }

  private static boolean isTrue(Node value) {
    return value instanceof Node.Flag(var flag) && flag;
  }

  private List<Mismatch> parts(List<String> sources, Scene scene, FieldPath path) {
    if (sources.size() == 1) {
      // as the author wrote it
      return List.of();
    }
    var unmet = new ArrayList<Mismatch>();
    var stuck = new ArrayList<Mismatch>();
    for (String source : sources) {
      Outcome outcome = expressions.evaluate(source, scene, new Allowance());
      boolean holds = outcome instanceof Outcome.Gave(var value) && isTrue(value);
      if (!holds) {
        var list = outcome instanceof Outcome.Gave ? unmet : stuck;
        list.add(describe(source, Words.cut(source), outcome, scene, path));
      }
    }
    // "before != null && before.x == 1": where the first part is false, the second only follows
    return unmet.isEmpty() ? stuck : unmet;
  }

  private Mismatch describe(
      String source, String wanted, Outcome outcome, Scene scene, FieldPath path) {
    List<Mention> mentions =
        expressions.compile(source) instanceof Compilation.Ready ready
            ? ready.mentions()
            : List.of();
    if (mentions.stream().anyMatch(mention -> mention.variable() == Variable.ANSWER)) {
      String why = outcome instanceof Outcome.Stuck(var reason) ? reason : "";
      return new Mismatch(path, why, wanted, true);
    }
    Optional<Mention> lacking = mentions.stream().filter(one -> isMissing(one, scene)).findFirst();
    if (outcome instanceof Outcome.Lacking && lacking.isPresent()) {
      return new Mismatch(lacking.get().from(path), Words.value(new Node.Absent()), wanted);
    }
    return ofFields(mentions, wanted, outcome, scene, path);
  }

  /** Names the first field that is spoken of, and says what the others are beside it. */
  private static Mismatch ofFields(
      List<Mention> mentions, String wanted, Outcome outcome, Scene scene, FieldPath path) {
    Optional<Mention> first =
        mentions.stream().filter(one -> one.variable() != Variable.BEFORE).findFirst();
    var actual = new StringJoiner(", ");
    first.map(mention -> Words.value(mention.in(scene))).ifPresent(actual::add);
    mentions.stream()
        .filter(mention -> !first.equals(Optional.of(mention)))
        .limit(3)
        .forEach(mention -> actual.add(aside(mention, scene, path)));
    reason(outcome).ifPresent(actual::add);
    return new Mismatch(
        first.map(mention -> mention.from(path)).orElse(path),
        actual.length() == 0 ? "not so" : actual.toString(),
        wanted);
  }

  private static boolean isMissing(Mention mention, Scene scene) {
    return mention.variable() != Variable.BEFORE && mention.in(scene) instanceof Node.Absent;
  }

  private static String aside(Mention mention, Scene scene, FieldPath path) {
    String value = Words.value(mention.in(scene));
    String where = mention.from(path).toString();
    if (mention.variable() != Variable.BEFORE) {
      return "while " + (where.isEmpty() ? "it" : where) + " is " + value;
    }
    return (where.isEmpty() ? "" : where + " ") + "was " + value + " when the step began";
  }

  private static Optional<String> reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Gave(var value) ->
          value instanceof Node.Flag
              ? Optional.empty()
              : Optional.of("which gives " + Words.value(value));
      case Outcome.Lacking(var reason) -> Optional.of("where " + reason);
      case Outcome.Stuck(var reason) -> Optional.of("but " + reason);
    };
  }
}
