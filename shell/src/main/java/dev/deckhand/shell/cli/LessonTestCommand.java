package dev.deckhand.shell.cli;

import dev.deckhand.shell.grade.Selection;
import dev.deckhand.shell.grade.Trial.Rule;
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
final class LessonTestCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin Lessons lessons = new Lessons();

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
      converter = RuleWord.class,
      completionCandidates = RuleWords.class,
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

  private final Ports ports;

  LessonTestCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Voice voice = parent == null ? new Voice(ports.outside(), false) : parent.voice();
    if (parallel < 0) {
      voice.trouble("--parallel wants a number from 1.", "Leave it out to have it chosen.");
      return ExitCode.USAGE.code();
    }
    var options =
        new LessonTest.Options(
            new Selection(rules, steps, !noMutation), parallel, junit, printed, json);
    try {
      return new LessonTest(ports, voice, parent != null && parent.yes())
          .run(lessons.in(ports), lessons.wanted(), options)
          .code();
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE.code();
    }
  }

  /** Reads a rule by its word. */
  static final class RuleWord implements ITypeConverter<Rule> {
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
  static final class RuleWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }
  }

  private static List<String> words() {
    return Arrays.stream(Rule.values()).map(Rule::word).toList();
  }
}
