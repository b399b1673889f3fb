package dev.deckhand.lab.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What a command line of helm may say; none of this needs a cluster. */
class HelmCommandSpecTest {

  private static HelmCli.Result run(String typed) {
    return new HelmCli(new HelmContext(Path.of("/no-such-kubeconfig"), Path.of("")))
        .run(List.of(typed.split(" ")));
  }

  private static CommandSpec parsed(String typed) {
    CommandLine.ParseResult result =
        HelmCli.commandSpec().commandLine().parseArgs(typed.split(" "));
    while (result.hasSubcommand()) {
      result = result.subcommand();
    }
    return result.commandSpec();
  }

  @ParameterizedTest
  @CsvSource({
    "install a b --post-renderer x, --post-renderer",
    "uninstall front --atomic, --atomic",
    "rollback front --recreate-pods, --recreate-pods",
    "template web --output json, --output",
    "lint web --set a=b, --set",
    "status front --show-desc, --show-desc",
    "get manifest front --all, --all",
    "list --debug=true, --debug",
    "get metadata front, helm get metadata",
    "plugin list, helm plugin",
  })
  void whatIsNotSupportedIsRefusedByName(String typed, String named) {
    HelmCli.Result result = run(typed);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).startsWith("Error: ").contains(named, "install helm");
  }

  @Test
  void aMisspelledFlagIsRefusedWithTheNearestOne() {
    assertThat(run("uninstall front --wiat").errors()).contains("Did you mean --wait?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upgrade front",
        "uninstall",
        "status front back",
        "install web --timeout soon -g",
        "status front -o xml",
        "install ./web",
        "get values",
      })
  void aCommandLineThatDoesNotFitIsAnError(String typed) {
    HelmCli.Result result = run(typed);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).startsWith("Error: ").doesNotContain("Exception");
  }

  @Test
  void flagsMayStandAnywhereInEitherForm() {
    CommandSpec install =
        parsed("-n shop install web ./web --set=replicas=2 --wait --timeout 1m30s");

    assertThat(install.positionalParameters())
        .extracting(positional -> positional.<Object>getValue())
        .containsExactly("web", "./web");
    assertThat(install.findOption("-n").<String>getValue()).isEqualTo("shop");
    assertThat(install.findOption("--wait").<Boolean>getValue()).isTrue();
    assertThat(install.findOption("--set").<List<String>>getValue()).containsExactly("replicas=2");
    assertThat(install.findOption("--timeout").<Object>getValue()).hasToString("PT1M30S");
  }

  @Test
  void aCommaSeparatesAssignmentsButNotWithinBraces() {
    assertThat(ChartValueOptions.assignments("--set", List.of("x=1,y.z=two", "q={a,b}", "e=")))
        .containsEntry("x", "1")
        .containsEntry("y.z", "two")
        .containsEntry("q", "{a,b}")
        .containsEntry("e", "");
    assertThatThrownBy(() -> ChartValueOptions.assignments("--set", List.of("x")))
        .hasMessageContaining("--set expects KEY=VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "install -h", "help install", "get values --help"})
  void helpIsNoError(String typed) {
    HelmCli.Result result = run(typed);

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("Usage: helm");
  }
}
