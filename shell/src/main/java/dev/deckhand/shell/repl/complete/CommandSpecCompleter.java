package dev.deckhand.shell.repl.complete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes a command from the specification that its parser uses. */
final class CommandSpecCompleter {

  /** Finds values of an option or parameter, in addition to those in the specification. */
  interface ValueSource {

    /**
     * Lists values.
     *
     * @param label the argument's name in the help, such as {@code FILE}
     * @param options the values of options that were typed, by the option's longest name
     */
    List<Suggestion> values(String label, Map<String, String> options, String current);
  }

  private final Supplier<CommandSpec> rootSpec;
  private final ValueSource valueSource;

  CommandSpecCompleter(Supplier<CommandSpec> rootSpec, ValueSource valueSource) {
    this.rootSpec = rootSpec;
    this.valueSource = valueSource;
  }

  /**
   * Lists what can follow.
   *
   * @param words the command's name, and the words between it and the cursor's word
   */
  List<Suggestion> suggest(List<String> words, String current) {
    var line = new ParsedWords(rootSpec.get());
    words.stream().skip(1).forEach(line::accept);
    if (line.openOption != null) {
      return values(line.openOption, line, current);
    }
    int equals = current.indexOf('=');
    if (current.startsWith("--") && equals > 0) {
      String prefix = current.substring(0, equals + 1);
      OptionSpec option = line.command.findOption(current.substring(0, equals));
      return option == null
          ? List.of()
          : values(option, line, current.substring(equals + 1)).stream()
              .map(one -> new Suggestion(prefix + one.value(), one.description(), one.complete()))
              .toList();
    }
    return current.startsWith("-") ? options(line.command) : arguments(line, current);
  }

  private static List<Suggestion> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> Suggestion.of(option.longestName(), firstLine(option.description())))
        .sorted(Comparator.comparing(Suggestion::value))
        .toList();
  }

  private List<Suggestion> arguments(ParsedWords line, String current) {
    var all = new ArrayList<Suggestion>();
    if (line.positionals == 0) {
      line.command.subcommands().values().stream()
          .map(CommandLine::getCommandSpec)
          .distinct()
          .filter(sub -> !sub.usageMessage().hidden())
          .map(sub -> Suggestion.of(sub.name(), firstLine(sub.usageMessage().description())))
          .sorted(Comparator.comparing(Suggestion::value))
          .forEach(all::add);
    }
    for (PositionalParamSpec parameter : line.command.positionalParameters()) {
      if (parameter.index().contains(line.positionals)) {
        all.addAll(values(parameter, line, current));
      }
    }
    return all;
  }

  private List<Suggestion> values(ArgSpec argument, ParsedWords line, String current) {
    var values =
        new ArrayList<>(valueSource.values(argument.paramLabel(), line.optionValues, current));
    Iterable<String> candidates = argument.completionCandidates();
    if (candidates != null) {
      candidates.forEach(candidate -> values.add(Suggestion.of(candidate)));
    }
    return values;
  }

  private static String firstLine(String[] description) {
    return Stream.of(description).findFirst().orElse("");
  }

  /** Interprets the words before the cursor, for the next one. */
  private static final class ParsedWords {

    private final Map<String, String> optionValues = new HashMap<>();
    private CommandSpec command;
    private int positionals;
    private @Nullable OptionSpec openOption;

    ParsedWords(CommandSpec root) {
      this.command = root;
    }

    void accept(String word) {
      if (openOption != null) {
        optionValues.put(openOption.longestName(), word);
        openOption = null;
      } else if (word.startsWith("-") && word.length() > 1) {
        acceptOption(word);
      } else if (positionals == 0 && command.subcommands().containsKey(word)) {
        command = command.subcommands().get(word).getCommandSpec();
      } else {
        positionals++;
      }
    }

    private void acceptOption(String word) {
      int equals = word.indexOf('=');
      OptionSpec option = command.findOption(equals < 0 ? word : word.substring(0, equals));
      if (option != null && equals >= 0) {
        optionValues.put(option.longestName(), word.substring(equals + 1));
      } else if (option != null && option.arity().max() > 0) {
        openOption = option;
      }
    }
  }
}
