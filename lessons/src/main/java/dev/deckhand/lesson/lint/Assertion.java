package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Node;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Place;
import dev.deckhand.check.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A name, number or image that a check asserts.
 *
 * <p>Words of the API itself ({@code Running}, {@code ClusterIP}) are not among them, nor are 0 and
 * 1, which are structure more often than content, nor what stands inside expressions.
 */
record Assertion(String text, Place place) {

  private static final java.util.regex.Pattern IMAGE =
      java.util.regex.Pattern.compile("[a-z0-9][a-z0-9._/-]*:[\\w][\\w.-]*");
  private static final Map<String, String> WORDS =
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

  static Set<Assertion> of(Check check) {
    var assertions = new LinkedHashSet<Assertion>();
    for (Expectation expectation : check.expectations()) {
      subject(expectation.subject(), expectation.pattern().place(), assertions);
      if (isStated(expectation.subject())) {
        pattern(expectation.pattern(), "", assertions);
      }
    }
    number(Integer.toString(check.count().number()), check.place(), assertions);
    return assertions;
  }

  /** Whether a text in small letters names it, as a word of its own. */
  boolean isToldIn(String told) {
    List<String> spellings = new ArrayList<>(List.of(text.toLowerCase(java.util.Locale.ROOT)));
    if (WORDS.containsKey(text)) {
      spellings.add(WORDS.get(text));
    }
    return spellings.stream()
        .filter(told::contains)
        .map(spelling -> "(?<![\\w.])" + java.util.regex.Pattern.quote(spelling) + "(?!\\w)")
        .anyMatch(word -> java.util.regex.Pattern.compile(word).matcher(told).find());
  }

  /** What an address or a command says is found out, not made: a learner need not be told. */
  private static boolean isStated(Subject subject) {
    return !(subject instanceof Subject.HttpAnswer || subject instanceof Subject.Execution);
  }

  private static void subject(Subject subject, Place place, Set<Assertion> assertions) {
    String name = subject.name();
    if (name != null && isStated(subject)) {
      assertions.add(new Assertion(name, place));
    }
    if (subject instanceof Subject.KubernetesObject object && object.namespace() != null) {
      assertions.add(new Assertion(object.namespace(), place));
    }
    subject.labels().values().forEach(value -> assertions.add(new Assertion(value, place)));
  }

  private static void pattern(Pattern pattern, String field, Set<Assertion> assertions) {
    switch (pattern) {
      case Pattern.Shape(var fields, _, _) ->
          fields.forEach((name, inner) -> pattern(inner, name, assertions));
      case Pattern.Elements(var elements, _) ->
          elements.forEach(inner -> pattern(inner, field, assertions));
      case Pattern.Scalar(Node.Numeral value, var place) -> number(value.text(), place, assertions);
      case Pattern.Scalar(Node.Text(var text), var place) -> {
        boolean named = field.equals("name") || field.endsWith("Name");
        if (named || IMAGE.matcher(text).matches()) {
          assertions.add(new Assertion(text, place));
        }
      }
      case Pattern.Scalar _, Pattern.Missing _ -> {}
    }
  }

  private static void number(String number, Place place, Set<Assertion> assertions) {
    if (!number.equals("0") && !number.equals("1")) {
      assertions.add(new Assertion(number, place));
    }
  }
}
