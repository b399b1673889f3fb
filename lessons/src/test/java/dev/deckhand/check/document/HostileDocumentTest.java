package dev.deckhand.check.document;

import static dev.deckhand.check.document.CheckBlockFixture.block;
import static dev.deckhand.check.document.CheckBlockFixture.diagnostics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.Diagnostic;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x: 1e1000000",
        "x: 1e-1000000",
        "x: 1e99999999999999999999",
        "x: .inf",
        "x: -.inf",
        "x: .nan",
        "x: !!javax.script.ScriptEngineManager [a]",
        "x: !!java.net.URL {a: b}",
        "x: !!binary aGVsbG8=",
        "x: !!set {a}",
        "x: !!int many",
        "x: !!bool perhaps",
        "x: !!timestamp 2026-01-01",
        "x: !mine 1",
        "x: *nowhere",
        "x: &a [*a]",
        "x: &a {b: *a}",
        "<<: {a: b}",
        "? [a, b]\n: c",
        "? {a: b}\n: c",
        "x: [",
        "x: \"",
        "x: @a",
        "x: `a`",
        "\tx: 1",
        "x: 1\n y: 2",
        "%YAML 9.9\n---\nx: 1",
        "x: 'a' 'b'",
        "x: \"\\x\"",
        "x: \u0007",
        "x: \uD83D",
        "(): true",
        "( ): true",
      })
  void isAFlawAndNeverThrows(String hostile) {
    assertThat(diagnostics(POD + hostile)).isNotEmpty();
  }

  @Test
  void aNumberWithManyDigitsIsAFlaw() {
    assertThat(diagnostics(POD + "x: " + "9".repeat(500))).isNotEmpty();
  }

  @Test
  void aBillionLaughsAreNotLaughed() {
    var bomb = new StringBuilder(POD + "a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(diagnostics(bomb.toString())).isNotEmpty();
  }

  @Test
  void fewAliasesThatMakeManyNodesAreNotFollowed() {
    String wide = "x, ".repeat(500);
    String bomb =
        POD
            + "a: &a ["
            + wide
            + "x]\n"
            + "b: &b [*a, *a, *a, *a, *a]\n"
            + "c: &c [*b, *b, *b, *b, *b]\n"
            + "d: [*c, *c, *c, *c, *c]\n";

    assertThat(diagnostics(bomb))
        .extracting(Diagnostic::message)
        .contains("The document is too large or too deep.");
  }

  @Test
  void anAliasOrTwoAreFine() {
    assertThat(
            new CheckReader(CheckBlockFixture.EXPRESSIONS)
                .check(block("apiVersion: a.b/v1\nkind: C\na: &a {x: 1}\nb: *a", Map.of())))
        .isInstanceOf(BlockReadResult.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void deepNestingIsAFlaw(String opening) {
    assertThat(diagnostics(POD + "x: " + opening.repeat(15_000))).isNotEmpty();
    assertThat(diagnostics(opening.repeat(15_000))).isNotEmpty();
  }

  @Test
  void aHugeBlockIsAFlaw() {
    assertThat(diagnostics(POD + "x: " + "a".repeat(5_000_000))).hasSize(1);
    assertThat(diagnostics("---\nx: 1\n".repeat(5000))).isNotEmpty();
  }

  @Test
  void flawsAreBounded() {
    assertThat(diagnostics(POD + "x: [" + "yes, ".repeat(5000) + "]")).hasSizeLessThanOrEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion",
        "kind",
        "Deployment",
        "$ref",
        "a.b/c",
        "v1",
        "\u0000",
        "\u001b[2J",
        "='=",
        "%n",
        "{0}",
        "💥",
        "()"
      })
  void oddNamesOfFieldsAreFlawsInPlainWords(String name) {
    String quoted = "\"" + name.replace("\u0000", "\\0").replace("\u001b", "\\e") + "\"";

    assertThat(diagnostics(POD + "spec: {" + quoted + ": {a: b}}"))
        .isNotEmpty()
        .allSatisfy(
            diagnostic -> assertThat(diagnostic.toString()).doesNotContain("\u0000", "\u001b"));
  }

  @Test
  void wideAndLongDocumentsOfAKnownKindAreBounded() {
    String wide = "spec: {containers: [" + "{imagee: a}, ".repeat(3000) + "{}]}";
    assertThat(diagnostics(POD + wide)).hasSize(50);

    String named = "spec: {" + "x".repeat(50_000) + ": 1}";
    assertThat(diagnostics(POD + named))
        .singleElement()
        .satisfies(diagnostic -> assertThat(diagnostic.toString()).hasSizeLessThan(300));

    String recursive =
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
            + "spec: {versions: [{schema: {openAPIV3Schema: "
            + "{properties: {a: ".repeat(20)
            + "{typo: 1}"
            + "}}".repeat(20)
            + "}}]}";
    assertThat(diagnostics(recursive))
        .singleElement()
        .extracting(Diagnostic::message)
        .asString()
        .hasSizeLessThan(1000);
  }

  @Test
  void noiseNeverThrows() {
    var random = new Random(3);
    String alphabet = "abx:-[]{}()&*!|>'\"%@`#,?\n\t \\0\u0000\u2028é.=~<";
    var reader = new CheckReader(CheckBlockFixture.EXPRESSIONS);
    for (int round = 0; round < 3000; round++) {
      var text = new StringBuilder(round % 2 == 0 ? POD : "");
      for (int i = 0; i < random.nextInt(60); i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(reader.check(block(text.toString(), Map.of()))).isNotNull();
    }
  }
}
