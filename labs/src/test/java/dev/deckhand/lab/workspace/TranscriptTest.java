package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  @Test
  void coloursTitlesAndCursorStylesAreLeftOut() {
    assertThat(
            text(
                "\033[1;31mred\033[0m \033]0;title\007plain\033(B \033]8;;http://x\033\\link\033]8;;\033\\"))
        .isEqualTo("red plain link");
  }

  @Test
  void progressBarIsKeptAsItEnded() {
    assertThat(text("10%\r50%\r100%\r\ndone\r\n")).isEqualTo("100%\ndone");
    assertThat(text("loading...\r\033[Kok\r\n")).isEqualTo("ok");
  }

  @Test
  void severalBarsThatAreRedrawnUpwardsAreKeptOnce() {
    assertThat(text("a: 1\r\nb: 1\r\n\033[2A\033[2K\ra: 9\r\n\033[2K\rb: 9\r\nend\r\n"))
        .isEqualTo("a: 9\nb: 9\nend");
  }

  @Test
  void programOfTheWholeScreenIsLeftOut() {
    assertThat(text("before\r\n\033[?1049h\033[H\033[2Jmenu\r\n\033[?1049lafter\r\n"))
        .isEqualTo("before\nafter");
  }

  @Test
  void clearedScreenKeepsWhatStoodThere() {
    assertThat(text("one\r\ntwo\033[H\033[2Jthree\r\n")).isEqualTo("one\ntwo\nthree");
  }

  @Test
  void middleOfALongOutputIsCountedAndLeftOut() {
    var many =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(i -> "l" + i + "\r\n")
            .collect(Collectors.joining());
    var lines = text(many).lines().toList();
    assertThat(lines)
        .hasSize(7)
        .startsWith("l1", "l2", "l3", "… 994 lines left out …")
        .endsWith("l999", "l1000");
  }

  @Test
  void endlessLineIsCut() {
    assertThat(text("x".repeat(1_000_000))).hasSize(4001).endsWith("…");
  }

  @Test
  void piecesOfAnySizeGiveTheSame() {
    var whole = "grün \033[32m🚢\033[0m \033]0;t\007x\r\n€uro\r\n";
    var bytes = whole.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size < bytes.length; size++) {
      var transcript = new Transcript(3);
      for (int i = 0; i < bytes.length; i += size) {
        transcript.append(bytes, i, Math.min(size, bytes.length - i));
      }
      assertThat(transcript.text()).as("pieces of %d", size).isEqualTo("grün 🚢 x\n€uro");
    }
  }

  @Test
  void brokenBytesAreMarkedAndHarmless() {
    var transcript = new Transcript(3);
    transcript.append(new byte[] {'a', (byte) 0xff, (byte) 0xc3, 'b', (byte) 0xe2}, 0, 5);
    assertThat(transcript.text()).isEqualTo("a\ufffd\ufffdb");
  }

  private static String text(String output) {
    var transcript = new Transcript(3);
    var bytes = output.getBytes(StandardCharsets.UTF_8);
    transcript.append(bytes, 0, bytes.length);
    return transcript.text();
  }
}
