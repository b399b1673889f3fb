package dev.deckhand.workshop.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatsExportTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\u00a0=1",
        "\uff1d1",
        "\r=1",
        "\u0000=1",
        "\u001b=1"
      })
  void nothingIsAFormula(String text) {
    String cell = CsvText.cell(text);
    assertThat(cell.replace("\"", "")).startsWith("'");
  }

  @Test
  void quotesCommasAndLineBreaksStayInTheirCell() {
    assertThat(CsvText.of(List.of(List.of("a,b", "say \"x\"", "two\nlines", "plain", "a;b"))))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain,\"a;b\"\r\n");
  }

  @Test
  void controlCharactersAreLeftOut() {
    assertThat(CsvText.cell("a\u001b[31mb\u0007\r\n")).isEqualTo("\"a[31mb\n\"");
  }
}
