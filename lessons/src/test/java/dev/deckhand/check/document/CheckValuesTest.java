package dev.deckhand.check.document;

import static dev.deckhand.check.document.CheckBlockFixture.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the values in a check are read. */
class CheckValuesTest {
  /** Of a kind that may have any field. */
  private static final String FREE =
      "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: web}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0644 | 420",
        "0o17 | 15",
        "0x1F | 31",
        "0b101 | 5",
        "-7 | -7",
        "1_000 | 1000",
        "089 | 89",
        "1.50 | 1.5",
        "1e3 | 1000",
        ".5 | 0.5",
        "9223372036854775808 | 9223372036854775808",
      })
  void numbersAreReadAsKubernetesReadsThem(String text, String value) {
    assertThat(scalar(text)).isInstanceOf(DataNode.Numeral.class);
    assertThat(scalar(text).text()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "22:22 | 22:22", "2026-01-01 | 2026-01-01", "\"1\" | 1", "\"yes\" | yes", "1.2.3 | 1.2.3",
        "128Mi | 128Mi", "!!str 80 | 80", "nginx:1.30 | nginx:1.30", "0x | 0x", "1e | 1e",
      })
  void textsAreReadAsKubernetesReadsThem(String text, String value) {
    assertThat(scalar(text)).isEqualTo(new DataNode.Text(value));
  }

  private static DataNode scalar(String text) {
    DataPattern field =
        check(FREE + "x: " + text).expectations().getFirst().pattern().fields().get("x");
    return field instanceof DataPattern.Scalar(var value, _) ? value : new DataNode.Absent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(self.a == 1) | self.a == 1",
        "( self.a == 1 ) | self.a == 1",
        "(self.a == 1) && (self.b == 2) | (self.a == 1) && (self.b == 2)",
        "((self.a == 1) && (self.b == 2)) | (self.a == 1) && (self.b == 2)",
        "(self.a == \")\") | self.a == \")\"",
        "(self.a == \"\\\") && (\") | self.a == \"\\\") && (\"",
      })
  void parenthesesAroundAllAreTakenOff(String key, String source) {
    assertThat(ExpressionKey.isExpression(key)).isTrue();
    assertThat(ExpressionKey.source(key)).isEqualTo(source);
  }

  @Test
  void nullsAreAbsence() {
    for (String none : List.of("null", "~", "", "Null")) {
      DataPattern field =
          check(FREE + "x: " + none).expectations().getFirst().pattern().fields().get("x");
      assertThat(field).isInstanceOf(DataPattern.Missing.class);
    }
  }
}
