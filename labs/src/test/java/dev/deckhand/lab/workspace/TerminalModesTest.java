package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalModesTest {

  @ParameterizedTest
  @CsvSource({
    "E[?1049h, E[?1049l",
    "E[?25l, E[?25h",
    "E[?7l, E[?7h",
    "E[4h, E[4l",
    "E[?1000;1006h, E[?1000lE[?1006l",
    "E[31m, E[0m",
    "E(0, E(B",
    "E=, E>",
    "E[2;10r, E7E[rE8"
  })
  void whatWasSwitchedIsSwitchedBack(String output, String undo) {
    assertThat(undo(output)).startsWith(undo.replace('E', '\033'));
  }

  @ParameterizedTest
  @CsvSource({
    "E[?1049hE[2JE[?1049l",
    "E[?25lE[?25h",
    "E[31mredE[0m",
    "E[31mredE[m",
    "E[2;10rE[r",
    "E[?1049hEc",
    "plain",
    "E[?9999h"
  })
  void whatIsAsItShouldBeIsLeftAlone(String output) {
    assertThat(undo(output)).isEmpty();
  }

  @Test
  void aSequenceMayComeInPieces() {
    var modes = new TerminalModes();
    for (byte b : "\033[?1049h".getBytes(StandardCharsets.US_ASCII)) {
      modes.track(new byte[] {b}, 0, 1);
    }
    assertThat(modes.takeUndo()).asString().isEqualTo("\033[?1049l");
    assertThat(modes.takeUndo()).isEmpty();
  }

  private static String undo(String output) {
    var modes = new TerminalModes();
    byte[] bytes = output.replace('E', '\033').getBytes(StandardCharsets.US_ASCII);
    modes.track(bytes, 0, bytes.length);
    return new String(modes.takeUndo(), StandardCharsets.US_ASCII);
  }
}
