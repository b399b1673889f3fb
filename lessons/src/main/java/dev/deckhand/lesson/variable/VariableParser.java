package dev.deckhand.lesson.variable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an author writes after {@code :vars:}, such as {@code port=8100..8199,
 * blue+green=1..9, drink=tea|coffee, app=word}.
 */
public final class VariableParser {

  /** More than any lesson needs. */
  private static final int MAX_VARIABLES = 20;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,62}");
  private static final String WORD = "word";

  /** Names that AsciiDoc replaces itself. */
  private static final Set<String> ASCIIDOC_NAMES =
      Set.of(
          ("amp apos asterisk backslash backtick blank brvbar caret cpp deg empty endsb gt ldquo lsquo"
                  + " lt nbsp plus quot rdquo rsquo sp startsb tilde two-colons two-semicolons vbar"
                  + " wj zwsp")
              .split(" "));

  private final List<VariableGroup> groups = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private VariableParser() {}

  /**
   * What was read.
   *
   * @param problems in what the author wrote; the groups that have one are left out
   */
  public record Result(List<VariableGroup> groups, List<Problem> problems) {
    public Result {
      groups = List.copyOf(groups);
      problems = List.copyOf(problems);
    }
  }

  /** A mistake of the author, each sentence complete. */
  public record Problem(String message, String remedy) {}

  /** Reads the value of the attribute. */
  public static Result parse(String text) {
    var parser = new VariableParser();
    for (String part : text.split(",", -1)) {
      parser.group(part.strip()).ifPresent(parser.groups::add);
    }
    if (parser.names.size() > MAX_VARIABLES) {
      parser.problem(
          "There are " + parser.names.size() + " variables.", "Use at most " + MAX_VARIABLES + ".");
    }
    return new Result(parser.groups, parser.problems);
  }

  private Optional<VariableGroup> group(String part) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      problem(
          "\"" + part + "\" doesn't say which values are possible.",
          "Write a name and its values, as in port=8100..8199, drink=tea|coffee or app=word.");
      return Optional.empty();
    }
    List<String> own =
        List.of(part.substring(0, equals).split("\\+", -1)).stream().map(String::strip).toList();
    boolean valid = own.stream().allMatch(this::isFree);
    Optional<ValueDomain> domain = domain(part.substring(equals + 1).strip());
    if (!valid || domain.isEmpty()) {
      return Optional.empty();
    }
    if (domain.get().size() < own.size()) {
      problem(
          "\"" + part + "\" has more names than values, and all are to be different.",
          "Allow more values.");
      return Optional.empty();
    }
    return Optional.of(new VariableGroup(own, domain.get()));
  }

  private boolean isFree(String name) {
    if (!NAME.matcher(name).matches()) {
      problem(
          "\"" + name + "\" can't be the name of a variable.",
          "Use small letters, digits and '-', and begin with a letter.");
      return false;
    }
    if (ASCIIDOC_NAMES.contains(name)) {
      problem(
          "AsciiDoc has its own meaning for {" + name + "}.", "Give the variable another name.");
      return false;
    }
    if (!names.add(name)) {
      problem("The variable \"" + name + "\" is there twice.", "Keep one of them.");
      return false;
    }
    return true;
  }

  private Optional<ValueDomain> domain(String text) {
    if (text.equals(WORD)) {
      return Optional.of(new ValueDomain.WordPairs());
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      long lowest = Long.parseLong(range.group(1));
      long highest = Long.parseLong(range.group(2));
      if (lowest >= highest) {
        problem(
            "\"" + text + "\" isn't a range.", "Write the smaller number first, as in 8100..8199.");
        return Optional.empty();
      }
      return Optional.of(new ValueDomain.IntegerRange(lowest, highest));
    }
    List<String> values = List.of(text.split("\\|", -1)).stream().map(String::strip).toList();
    Optional<String> odd = values.stream().filter(one -> !VALUE.matcher(one).matches()).findFirst();
    if (odd.isPresent()) {
      problem(
          "\"" + odd.get() + "\" can't be a value.",
          "Write a range as 8100..8199, or values of letters, digits and . _ : / - with | between"
              + " them.");
      return Optional.empty();
    }
    if (values.size() < 2 || new HashSet<>(values).size() < values.size()) {
      problem(
          "\"" + text + "\" leaves nothing to draw from.",
          "Give at least two different values, as in tea|coffee.");
      return Optional.empty();
    }
    return Optional.of(new ValueDomain.Alternatives(values));
  }

  private void problem(String message, String remedy) {
    problems.add(new Problem(message, remedy));
  }
}
