package dev.deckhand.check.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.diagnostic.SpellingSuggester;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the attributes and options of a check block. */
final class CheckSettingsReader {
  private static final List<String> ATTRIBUTES =
      List.of("within", "for", "expect", "count", "weight");
  private static final List<String> OPTIONS = List.of("keep", "fatal", "hidden");

  /** The attributes that AsciiDoc itself gives to source blocks. */
  private static final Set<String> ASCIIDOC =
      Set.of(
          ("style language title id role roles options opts linenums subs indent start"
                  + " attribute_entries reftext")
              .split(" "));

  private static final Pattern TIME =
      Pattern.compile("(?:(\\d{1,2})h)?(?:(\\d{1,4})m)?(?:(\\d{1,5})s)?");
  private static final Pattern COUNT = Pattern.compile("(>=|<=|>|<|==?)?\\s*(\\d{1,6})");

  private final BlockDiagnostics diagnostics;
  private final SourcePosition position;

  CheckSettingsReader(BlockDiagnostics diagnostics, SourcePosition position) {
    this.diagnostics = diagnostics;
    this.position = position;
  }

  Check.Settings read(Map<String, String> attributes, Set<String> options) {
    refuseUnknown(attributes, ATTRIBUTES, options, OPTIONS);
    boolean absent = absent(attributes);
    if (absent && attributes.containsKey("count")) {
      diagnostics.add(position, "expect=absent and count do not go together.", "Keep one of them.");
    }
    Check.Role role =
        options.contains("fatal")
            ? Check.Role.FATAL
            : options.contains("keep") ? Check.Role.KEEP : Check.Role.GOAL;
    return new Check.Settings(
        role,
        time(attributes, "within", Check.DEFAULT_WITHIN),
        time(attributes, "for", Duration.ZERO),
        absent ? CountConstraint.ABSENT : count(attributes),
        weight(attributes),
        options.contains("hidden"));
  }

  /** Reports all attributes and options, since a question has none. */
  void refuseAll(Map<String, String> attributes, Set<String> options) {
    refuseUnknown(attributes, List.of(), options, List.of());
  }

  private void refuseUnknown(
      Map<String, String> attributes, List<String> known, Set<String> options, List<String> own) {
    for (String name : new TreeMap<>(attributes).keySet()) {
      boolean isAsciidoc = ASCIIDOC.contains(name) || name.matches("\\d+|.*-option");
      if (!isAsciidoc && !known.contains(name)) {
        diagnostics.add(
            position, "Nobody knows the attribute " + name + " here.", remedy(name, known));
      }
    }
    for (String option : new TreeSet<>(options)) {
      if (!own.contains(option) && !option.equals("linenums") && !option.equals("nowrap")) {
        diagnostics.add(
            position, "Nobody knows the option %" + option + " here.", remedy(option, own));
      }
    }
  }

  private static String remedy(String word, List<String> known) {
    return SpellingSuggester.suggest(word, known)
        .map(nearest -> "Did you mean " + nearest + "?")
        .orElse(known.isEmpty() ? "Leave it out." : "There are " + String.join(", ", known) + ".");
  }

  private boolean absent(Map<String, String> attributes) {
    String expect = attributes.get("expect");
    if (expect != null && !expect.equals("absent")) {
      diagnostics.add(
          position,
          "expect=" + expect + " means nothing.",
          "Write expect=absent, or leave it out.");
    }
    return "absent".equals(expect);
  }

  private Duration time(Map<String, String> attributes, String name, Duration unsaid) {
    String text = attributes.get(name);
    if (text == null) {
      return unsaid;
    }
    Matcher time = TIME.matcher(text.strip());
    if (time.matches()) {
      Duration duration =
          Duration.ofHours(part(time, 1)).plusMinutes(part(time, 2)).plusSeconds(part(time, 3));
      if (duration.isPositive() && duration.compareTo(Duration.ofDays(1)) <= 0) {
        return duration;
      }
    }
    diagnostics.add(
        position,
        name + "=" + text + " is not a time between a second and a day.",
        "Write it like 90s, 2m or 1m30s.");
    return unsaid;
  }

  private static long part(Matcher time, int group) {
    return Optional.ofNullable(time.group(group)).map(Long::parseLong).orElse(0L);
  }

  private CountConstraint count(Map<String, String> attributes) {
    String text = attributes.get("count");
    if (text == null) {
      return CountConstraint.ANY;
    }
    Matcher count = COUNT.matcher(text.strip());
    if (!count.matches()) {
      diagnostics.add(
          position, "count=" + text + " is not a count.", "Write it like 3 or \">=2\".");
      return CountConstraint.ANY;
    }
    CountConstraint.Relation relation =
        switch (count.group(1)) {
          case ">=" -> CountConstraint.Relation.AT_LEAST;
          case "<=" -> CountConstraint.Relation.AT_MOST;
          case ">" -> CountConstraint.Relation.MORE_THAN;
          case "<" -> CountConstraint.Relation.LESS_THAN;
          case null, default -> CountConstraint.Relation.EXACTLY;
        };
    int number = Integer.parseInt(count.group(2));
    if (number == 0
        && (relation == CountConstraint.Relation.AT_LEAST
            || relation == CountConstraint.Relation.LESS_THAN)) {
      diagnostics.add(
          position,
          "count="
              + text
              + (relation == CountConstraint.Relation.AT_LEAST ? " always" : " never")
              + " holds.",
          "Write how many there must be, like 3 or \">=2\".");
    }
    return new CountConstraint(relation, number);
  }

  private int weight(Map<String, String> attributes) {
    String text = attributes.getOrDefault("weight", "1").strip();
    if (text.matches("[1-9]\\d{0,3}")) {
      return Integer.parseInt(text);
    }
    diagnostics.add(
        position, "weight=" + text + " is not a weight.", "Write a whole number from 1 on.");
    return 1;
  }
}
