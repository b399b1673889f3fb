package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.trial.TrialResult.Rule;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of the rules of lesson tests, for help and completion. */
final class TrialRuleNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }

  private static List<String> all() {
    return Arrays.stream(Rule.values()).map(Rule::word).toList();
  }

  /** Parses the name of a rule. */
  static final class Converter implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String word) {
      return Arrays.stream(Rule.values())
          .filter(rule -> rule.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "there is no rule \"" + word + "\"; there are " + String.join(", ", all())));
    }
  }
}
