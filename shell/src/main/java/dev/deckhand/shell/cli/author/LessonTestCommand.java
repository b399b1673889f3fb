package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.trial.TrialResult.Rule;
import dev.deckhand.shell.trial.TrialSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code deckhand lesson test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Run lessons in fresh labs: red before, green after, alternatives pass, wrongs fail, every"
          + " step resets, and every check can fail.",
      "Exits with 3 if a lesson does not show all of that, with 4 or 5 if only a lab failed."
    })
public final class LessonTestCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many lessons at a time; as many as memory and cores allow if not given.")
  int parallel;

  @Option(
      names = "--no-mutation",
      description =
          "Do not run solutions with a command left out, to find checks that cannot fail.")
  boolean noMutation;

  @Option(
      names = "--step",
      paramLabel = "N",
      split = ",",
      description = "These steps alone; the ones before are only solved.")
  Set<Integer> steps = Set.of();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      split = ",",
      converter = RuleConverter.class,
      completionCandidates = RuleCandidates.class,
      description = "These rules alone: ${COMPLETION-CANDIDATES}.")
  Set<Rule> rules = Set.of();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write a report in JUnit's XML as well.")
  @Nullable Path junit;

  @Option(
      names = "--printed",
      paramLabel = "DIR",
      description = {
        "Also run the commands that the steps offer, and keep what they print for the lessons'"
            + " pages: in DIR/COURSE/printed. DIR is a folder of courses."
      })
  @Nullable Path printed;

  @Option(names = "--json", description = "Print JSON, for programs, and nothing else.")
  boolean json;

  private final CommandContext context;

  public LessonTestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandConsole console =
        parent == null ? new CommandConsole(context.environment(), false) : parent.voice();
    if (parallel < 0) {
      console.error("--parallel wants a number from 1.", "Leave it out to have it chosen.");
      return ExitCode.USAGE.code();
    }
    var options =
        new LessonTestSuite.Options(
            new TrialSelection(rules, steps, !noMutation), parallel, junit, printed, json);
    try {
      return new LessonTestSuite(context, console, parent != null && parent.yes())
          .run(lessons.resolver(context), lessons.requestedNames(), options)
          .code();
    } catch (LessonFinder.NotFound notFound) {
      console.error(notFound.what(), notFound.next());
      return ExitCode.USAGE.code();
    }
  }

  /** Reads a rule by its word. */
  static final class RuleConverter implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String word) {
      return Arrays.stream(Rule.values())
          .filter(rule -> rule.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "there is no rule \"" + word + "\"; there are " + String.join(", ", words())));
    }
  }

  /** The rules' words, for help and completion. */
  static final class RuleCandidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }
  }

  private static List<String> words() {
    return Arrays.stream(Rule.values()).map(Rule::word).toList();
  }
}
