package dev.deckhand.shell.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTailTest {

  @Test
  void shortOutputStays() {
    assertThat(new OutputTail("a\nb\n", 3)).isEqualTo(new OutputTail("a\nb\n", 3));
    assertThat(new OutputTail("x".repeat(OutputTail.MAX_CHARS), 0).omittedBytes()).isZero();
  }

  @Test
  void longOutputIsCutAfterALineEnd() {
    String line = "é".repeat(99) + "\n";
    var tail = new OutputTail(line.repeat(100), 5);

    assertThat(tail.text()).hasSize(OutputTail.MAX_CHARS).startsWith("é").endsWith("\n");
    assertThat(tail.omittedBytes())
        .isEqualTo(5 + line.repeat(20).getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void aLineWithoutEndIsNotCutInsideACharacter() {
    var tail = new OutputTail("a" + "🚀".repeat(OutputTail.MAX_CHARS), 0);

    assertThat(tail.text()).startsWith("🚀").hasSize(OutputTail.MAX_CHARS);
    var odd = new OutputTail("🚀".repeat(OutputTail.MAX_CHARS) + "a", 0);
    assertThat(odd.text()).startsWith("🚀").hasSize(OutputTail.MAX_CHARS - 1);
    assertThat(odd.text().codePoints().filter(c -> c == 0x1f680).count()).isEqualTo(3999);
    assertThat(new OutputTail(tail.text(), tail.omittedBytes())).isEqualTo(tail);
  }

  @Test
  void fewerThanNoBytesAreRefused() {
    assertThatThrownBy(() -> new OutputTail("", -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
