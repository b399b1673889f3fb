package dev.deckhand.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.NameQuery;
import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.loop.CompletionContext;
import dev.deckhand.shell.repl.complete.CommandAtCursor;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.Suggestion;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command and option of {@code deckhand} is completed. */
class CommandCompletionTest {

  @TempDir Path temporary;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Wiring wiring() {
    var stream = new PrintStream(out, true, UTF_8);
    return new Wiring(
        new ProgramEnvironment(
            Map.of("DECKHAND_STATE", temporary.resolve("state").toString()),
            temporary,
            temporary,
            Path.of("/tmp"),
            InputStream.nullInputStream(),
            stream,
            stream,
            false,
            false,
            Clock.systemUTC(),
            new Random(1)));
  }

  private List<String> suggestions(String line) {
    var context =
        new CompletionContext() {
          @Override
          public Path folder() {
            return temporary;
          }

          @Override
          public Map<String, String> environment() {
            return Map.of();
          }

          @Override
          public List<String> names(NameQuery query) {
            return List.of();
          }
        };
    return new Completion(context, Map.of(), List::of, wiring()::commandSpec)
        .suggestionsFor(CommandAtCursor.in(line, line.length())).stream()
            .map(Suggestion::value)
            .toList();
  }

  /** All commands below one, itself included, that the help shows. */
  private static Stream<CommandSpec> commands(CommandSpec command) {
    return Stream.concat(
        Stream.of(command), visibleSubcommands(command).flatMap(sub -> commands(sub)));
  }

  private static Stream<CommandSpec> visibleSubcommands(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .distinct()
        .filter(sub -> !sub.usageMessage().hidden());
  }

  private static Stream<OptionSpec> visibleOptions(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden());
  }

  @Test
  void theShellCompletesEveryCommandAndOption() {
    List<CommandSpec> all = commands(wiring().commandSpec()).toList();

    assertThat(all).hasSizeGreaterThan(15);
    assertThat(all)
        .allSatisfy(command -> {
          assertThat(suggestions(command.qualifiedName() + " "))
              .containsAll(visibleSubcommands(command).map(CommandSpec::name).toList());
          assertThat(suggestions(command.qualifiedName() + " -"))
              .containsExactlyInAnyOrderElementsOf(
                  visibleOptions(command).map(OptionSpec::longestName).toList());
        });
  }

  @Test
  void theScriptForOtherShellsKnowsEveryCommandAndOption() {
    assertThat(new DeckhandCli(wiring()).run("completion")).isZero();
    String script = out.toString(UTF_8);

    assertThat(commands(wiring().commandSpec()))
        .allSatisfy(command -> {
          String function =
              "_picocli_" + command.qualifiedName("_").replaceAll("[^A-Za-z0-9_]", "");
          String body = script.substring(script.indexOf("function " + function + "() {"));
          body = body.substring(0, body.indexOf("\n}"));
          assertThat(visibleSubcommands(command).map(CommandSpec::name)).allMatch(body::contains);
          assertThat(visibleOptions(command).map(OptionSpec::longestName)).allMatch(body::contains);
        });
    assertThat(script).contains("kubernetes/deployments");
  }
}
