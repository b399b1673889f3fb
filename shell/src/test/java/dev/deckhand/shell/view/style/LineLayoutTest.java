package dev.deckhand.shell.view.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineLayoutTest {

  @ParameterizedTest
  @CsvSource({"8,abcdefgh", "7,abcd...", "4,a...", "3,abc", "1,a"})
  void truncatedLineIsNeverWiderThanAsked(int width, String expected) {
    assertThat(LineLayout.truncate(new AttributedString("abcdefgh"), width, "...").toString())
        .isEqualTo(expected);
  }
}
