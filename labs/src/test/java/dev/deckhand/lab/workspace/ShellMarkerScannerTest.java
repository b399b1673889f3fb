package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShellMarkerScannerTest {

  private static final String OPENING = "\033]7770;abc;";

  @Test
  void marksAreTakenOutInOrderWhateverTheSizeOfThePieces() {
    var stream =
        "one\033]"
            + OPENING
            + "begin\0two\033\033"
            + OPENING
            + "end;0;0;;/\0\033]7770;abd;x\0three\033]7770;ab";
    var wanted = "one\033]<begin>two\033\033<end;0;0;;/>\033]7770;abd;x\0three\033]7770;ab";
    for (int size = 1; size <= stream.length(); size++) {
      assertThat(scan(stream, size)).as("pieces of %d", size).isEqualTo(wanted);
    }
  }

  @Test
  void markThatNeverEndsStaysSmall() {
    assertThat(scan(OPENING + "x".repeat(100_000) + "\0after", 4096))
        .hasSizeLessThan(9000)
        .endsWith(">after");
  }

  @Test
  void reportReadsBackWhatTheShellWrote() {
    assertThat(ShellReport.parse("3;1 0 3;himBHs;/a;b"))
        .contains(new ShellReport(3, Stream.of(1, 0, 3).toList(), "himBHs", "/a;b"));
    assertThat(ShellReport.parse("x;0;;/")).isEmpty();
    assertThat(ShellReport.parse("0;;;/")).isEmpty();
    assertThat(ShellReport.parse("0")).isEmpty();
  }

  @Test
  void idleOutputKeepsTheLastOfIt() {
    var idle = new BackgroundOutputBuffer(4);
    idle.add("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
    idle.add("de".getBytes(StandardCharsets.US_ASCII), 0, 2);
    assertThat(idle.take()).asString().isEqualTo("bcde");
    idle.add("0123456789".getBytes(StandardCharsets.US_ASCII), 1, 8);
    assertThat(idle.take()).asString().isEqualTo("5678");
    assertThat(idle.take()).isEmpty();
  }

  private static String scan(String stream, int size) {
    var seen = new StringBuilder();
    var scanner =
        new ShellMarkerScanner(
            "abc",
            new ShellMarkerScanner.Sink() {
              @Override
              public void output(byte[] bytes, int offset, int length) {
                seen.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
              }

              @Override
              public void marker(String text) {
                seen.append('<').append(text).append('>');
              }
            });
    var bytes = stream.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i += size) {
      var piece = Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size));
      scanner.scan(piece, piece.length);
    }
    scanner.end();
    return seen.toString();
  }
}
