package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A name, number or image that a check asserts.
 *
 * <p>Excluded are words of the API ({@code Running}, {@code ClusterIP}), the numbers 0 and 1, and
 * the content of expressions.
 */
record CheckAssertion(String text, SourcePosition place) {

  private static final java.util.regex.Pattern IMAGE =
      java.util.regex.Pattern.compile("[a-z0-9][a-z0-9._/-]*:[\\w][\\w.-]*");
  private static final Map<String, String> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("2", "two"),
          Map.entry("3", "three"),
          Map.entry("4", "four"),
          Map.entry("5", "five"),
          Map.entry("6", "six"),
          Map.entry("7", "seven"),
          Map.entry("8", "eight"),
          Map.entry("9", "nine"),
          Map.entry("10", "ten"),
          Map.entry("12", "twelve"));

  static Set<CheckAssertion> of(Check check) {
    var checkAssertions = new LinkedHashSet<CheckAssertion>();
    for (Expectation expectation : check.expectations()) {
      subject(expectation.subject(), expectation.pattern().place(), checkAssertions);
      if (isMadeByLearner(expectation.subject())) {
        pattern(expectation.pattern(), "", checkAssertions);
      }
    }
    number(Integer.toString(check.count().number()), check.place(), checkAssertions);
    return checkAssertions;
  }

  /** Whether a text in lower case contains it as a word. */
  boolean isMentionedIn(String told) {
    List<String> spellings = new ArrayList<>(List.of(text.toLowerCase(java.util.Locale.ROOT)));
    if (NUMBER_WORDS.containsKey(text)) {
      spellings.add(NUMBER_WORDS.get(text));
    }
    return spellings.stream()
        .filter(told::contains)
        .map(spelling -> "(?<![\\w.])" + java.util.regex.Pattern.quote(spelling) + "(?!\\w)")
        .anyMatch(word -> java.util.regex.Pattern.compile(word).matcher(told).find());
  }

  /** What an address or a command answers is observed, not created, so it needn't be mentioned. */
  private static boolean isMadeByLearner(Subject subject) {
    return !(subject instanceof Subject.HttpAnswer || subject instanceof Subject.Execution);
  }

  private static void subject(
      Subject subject, SourcePosition position, Set<CheckAssertion> checkAssertions) {
    String name = subject.name();
    if (name != null && isMadeByLearner(subject)) {
      checkAssertions.add(new CheckAssertion(name, position));
    }
    if (subject instanceof Subject.KubernetesObject object && object.namespace() != null) {
      checkAssertions.add(new CheckAssertion(object.namespace(), position));
    }
    subject
        .labels()
        .values()
        .forEach(value -> checkAssertions.add(new CheckAssertion(value, position)));
  }

  private static void pattern(
      DataPattern pattern, String field, Set<CheckAssertion> checkAssertions) {
    switch (pattern) {
      case DataPattern.Shape(var fields, _, _) ->
          fields.forEach((name, inner) -> pattern(inner, name, checkAssertions));
      case DataPattern.Elements(var elements, _) ->
          elements.forEach(inner -> pattern(inner, field, checkAssertions));
      case DataPattern.Scalar(DataNode.Numeral value, var position) ->
          number(value.text(), position, checkAssertions);
      case DataPattern.Scalar(DataNode.Text(var text), var position) -> {
        boolean named = field.equals("name") || field.endsWith("Name");
        if (named || IMAGE.matcher(text).matches()) {
          checkAssertions.add(new CheckAssertion(text, position));
        }
      }
      case DataPattern.Scalar _, DataPattern.Missing _ -> {}
    }
  }

  private static void number(
      String number, SourcePosition position, Set<CheckAssertion> checkAssertions) {
    if (!number.equals("0") && !number.equals("1")) {
      checkAssertions.add(new CheckAssertion(number, position));
    }
  }
}
