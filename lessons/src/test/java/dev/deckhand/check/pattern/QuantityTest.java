package dev.deckhand.check.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1.0", "0.5, 500m", "128Mi, 134217728", "1Gi, 1024Mi", "1k, 1000", "1e3, 1k", "1E, 1e18",
    "2M, 2000k", ".5, 500m", "1., 1", "+1, 1", "-1, -1000m", "1000000u, 1", "5Ei, 5120Pi"
  })
  void alike(String one, String other) {
    var left = Quantity.of(new DataNode.Text(one)).orElseThrow();
    var right = Quantity.of(new DataNode.Text(other)).orElseThrow();

    assertThat(left).isEqualByComparingTo(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Mi", "1 Mi", "1Kb", "1mi", "1e", "1e999", "one", "--1", "1.2.3", "٣"})
  void noQuantity(String text) {
    assertThat(Quantity.of(new DataNode.Text(text))).isEmpty();
  }

  @Test
  void aThousandDigitsAreNoQuantity() {
    assertThat(Quantity.of(new DataNode.Text("1".repeat(1000)))).isEmpty();
  }
}
