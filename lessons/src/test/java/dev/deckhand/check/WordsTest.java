package dev.deckhand.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.document.Blocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x: nginx:1.27 | nginx:1.27",
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
    assertThat(Words.value(Blocks.object(object).at("x"))).isEqualTo(words);
  }

  @Test
  void nothingIsLongerThanTheWidth() {
    Node huge = new Node.Text("\u001b".repeat(1_000_000));

    assertThat(Words.value(huge)).hasSizeLessThanOrEqualTo(Words.WIDTH);
    assertThat(Words.cut("😀".repeat(500))).doesNotContain("\ud83d…");
  }

  @Test
  void bothSidesShowWhereTheyPart() {
    String shared = "sha256:" + "0".repeat(300);

    Words.Pair pair =
        Words.contrast(new Node.Text(shared + "a" + shared), new Node.Text(shared + "b"));

    assertThat(pair.actual()).startsWith("…").contains("0asha256").endsWith("…");
    assertThat(pair.expected()).startsWith("…").endsWith("0b");
  }
}
