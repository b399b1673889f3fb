package dev.deckhand.check.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.document.CheckBlockFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormatterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x: nginx:1.30 | nginx:1.30",
        "x: 1.50       | 1.5",
        "x: \"1.5\"  | \"1.5\"",
        "x: ''         | \"\"",
        "x: \"true\" | \"true\"",
        "x: null       | not there",
        "x: [1, a]     | [1, a]",
        "x: []         | []",
        "x: [{name: a}, {type: Ready}] | [a, Ready]",
        "x: [{y: a}]   | a list of 1",
        "x: [1,2,3,4,5,6,7] | a list of 7",
        "x: {}         | an empty map",
        "x: {a: 1, b: {c: d}} | a map with a, b",
      })
  void valuesAreShort(String object, String words) {
    assertThat(ValueFormatter.value(CheckBlockFixture.object(object).at("x"))).isEqualTo(words);
  }

  @Test
  void nothingIsLongerThanTheWidth() {
    DataNode huge = new DataNode.Text("\u001b".repeat(1_000_000));

    assertThat(ValueFormatter.value(huge)).hasSizeLessThanOrEqualTo(ValueFormatter.MAX_WIDTH);
    assertThat(ValueFormatter.abbreviate("😀".repeat(500))).doesNotContain("\ud83d…");
  }

  @Test
  void bothSidesShowWhereTheyPart() {
    String shared = "sha256:" + "0".repeat(300);

    ValueFormatter.Contrast contrast =
        ValueFormatter.contrast(
            new DataNode.Text(shared + "a" + shared), new DataNode.Text(shared + "b"));

    assertThat(contrast.actual()).startsWith("…").contains("0asha256").endsWith("…");
    assertThat(contrast.expected()).startsWith("…").endsWith("0b");
  }
}
