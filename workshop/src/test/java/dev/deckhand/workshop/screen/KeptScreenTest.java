package dev.deckhand.workshop.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write, and what a terminal shows after that. */
class KeptScreenTest {

  private static final int COLUMNS = 20;
  private static final int ROWS = 6;

  private static KeptScreen screen(String output) {
    return write(new KeptScreen(COLUMNS, ROWS), output);
  }

  private static KeptScreen write(KeptScreen screen, String output) {
    byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
    screen.take(bytes, 0, bytes.length);
    return screen;
  }

  private static String text(KeptScreen screen) {
    return String.join("\n", screen.text()).stripTrailing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain                        | 'plain'
          tabs and returns             | 'a       b'
          backspace                    | 'ax'
          wraps at the end             | '01234567890123456789'
          erases the rest of a line    | 'ab'
          inserts and deletes          | 'aXYcd'
          moves to a place             | ''
          """)
  void namesOfCasesAreKnown(String name, String expected) {
    String output =
        switch (name) {
          case "plain" -> "plain";
          case "tabs and returns" -> "xxx\ra\tb\033[K\033[1;2H\033[6X";
          case "backspace" -> "ab\bx";
          case "wraps at the end" -> "01234567890123456789";
          case "erases the rest of a line" -> "abcdef\033[4D\033[K";
          case "inserts and deletes" -> "abcd\033[1;2H\033[2@XY\033[P";
          case "moves to a place" -> "x\033[3;5Hy\033[2J";
          default -> throw new IllegalArgumentException(name);
        };
    assertThat(text(screen(output))).isEqualTo(expected);
  }

  @Test
  void aLongLineGoesOnInTheNextAndScrolls() {
    KeptScreen screen = screen("0123456789012345678901\r\n" + "\r\n".repeat(3) + "last\r\nmore");
    assertThat(screen.text()).contains("last", "more").doesNotContain("01234567890123456789");
    assertThat(screen.text().getFirst()).isEqualTo("01");
  }

  @Test
  void wideCharactersTakeTwoCellsAndMarksNone() {
    KeptScreen screen = screen("漢e\u0301😀x");
    assertThat(text(screen)).isEqualTo("漢e\u0301😀x");
    write(screen, "\033[1;2Hz");
    assertThat(text(screen)).isEqualTo(" ze\u0301😀x");
  }

  @Test
  void aFullScreenProgramLeavesWhatWasThere() {
    KeptScreen screen = screen("before\033[?1049h\033[Hwithin");
    assertThat(text(screen)).isEqualTo("within");
    write(screen, "\033[?1049l");
    assertThat(text(screen)).isEqualTo("before");
  }

  @Test
  void aScrollRegionScrollsAlone() {
    KeptScreen screen = screen("top\033[2;4r\033[4;1Ha\r\nb\r\nc\r\nd\033[r\033[6;1Hfoot");
    assertThat(text(screen)).isEqualTo("top\nb\nc\nd\n\nfoot");
  }

  @Test
  void graphicsAreDrawnAsLines() {
    assertThat(text(screen("\033(0lqk\033(Bq"))).isEqualTo("┌─┐q");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [6n        | [2;3R
          [5n        | [0n
          [c         | [?62;22c
          [>c        | [>1;10;0c
          [?2027$p   | [?2027;0$y
          """)
  void questionsAreAnsweredOnceAndNotPassedOn(String question, String answer) {
    var screen = new KeptScreen(COLUMNS, ROWS);
    byte[] bytes = ("\r\nab\033" + question + "c").getBytes(StandardCharsets.UTF_8);
    byte[] shown = screen.take(bytes, 0, bytes.length);
    assertThat(new String(shown, StandardCharsets.UTF_8)).isEqualTo("\r\nabc");
    assertThat(new String(screen.takeAnswers(), StandardCharsets.UTF_8)).isEqualTo("\033" + answer);
    assertThat(screen.takeAnswers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\033]52;c;aGVsbG8=\007",
        "\033]52;c;aGVsbG8=\033\\",
        "\033]11;?\007",
        "\033P$qm\033\\",
        "\033_Gf=100;AAAA\033\\",
        "\033Z"
      })
  void whatCouldHarmAViewerIsNotPassedOn(String sequence) {
    var screen = new KeptScreen(COLUMNS, ROWS);
    byte[] bytes = ("a" + sequence + "b").getBytes(StandardCharsets.UTF_8);
    assertThat(new String(screen.take(bytes, 0, bytes.length), StandardCharsets.UTF_8))
        .isEqualTo("ab");
    assertThat(text(screen)).isEqualTo("ab");
  }

  @Test
  void aSequenceInTwoPartsIsPassedOnAsOne() {
    var screen = new KeptScreen(COLUMNS, ROWS);
    byte[] first = "a\033[3".getBytes(StandardCharsets.UTF_8);
    byte[] second = "1mb".getBytes(StandardCharsets.UTF_8);
    assertThat(new String(screen.take(first, 0, first.length), StandardCharsets.UTF_8))
        .isEqualTo("a");
    assertThat(new String(screen.take(second, 0, second.length), StandardCharsets.UTF_8))
        .isEqualTo("\033[31mb");
  }

  @Test
  void aRestoredCursorIsPlacedForTerminalsThatMoveItWithTheLines() {
    KeptScreen screen = screen("\033[6;1Hout\r\n");
    byte[] bytes = "\0337\033[6;1H\r\n\033[1;5r\0338\033[A".getBytes(StandardCharsets.UTF_8);
    assertThat(new String(screen.take(bytes, 0, bytes.length), StandardCharsets.UTF_8))
        .isEqualTo("\0337\033[6;1H\r\n\033[1;5r\0338\033[6;1H\033[A");
    assertThat(
            new String(
                screen.take("ul8".getBytes(StandardCharsets.UTF_8), 0, 3), StandardCharsets.UTF_8))
        .isEqualTo("ul8");
  }

  @Test
  void anEndlessStringIsNotKept() {
    var screen = new KeptScreen(COLUMNS, ROWS);
    byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    write(screen, "\033]0;");
    for (int i = 0; i < 50; i++) {
      assertThat(screen.take(part, 0, part.length)).isEmpty();
    }
    write(screen, "\007after");
    assertThat(text(screen)).isEqualTo("after");
    assertThat(screen.repaint()).hasSizeLessThan(10_000);
  }

  @Test
  void historyIsBounded() {
    KeptScreen screen = screen("line\r\n".repeat(5000));
    assertThat(screen.repaint()).hasSizeLessThan(20_000);
  }

  /** Whatever was written, a repaint brings another terminal to the same state, and it goes on. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aRepaintIsTheSameState(long seed) {
    var random = new Random(seed);
    var original = new KeptScreen(COLUMNS, ROWS);
    for (int round = 0; round < 60; round++) {
      for (int i = 0; i < 15; i++) {
        write(original, RandomOutput.next(random));
      }
      var copy = new KeptScreen(COLUMNS, ROWS);
      write(copy, RandomOutput.next(random));
      byte[] repaint = original.repaint();
      copy.take(repaint, 0, repaint.length);
      assertThat(copy.text()).isEqualTo(original.text());
      assertThat(copy.repaint()).asString().isEqualTo(new String(repaint, StandardCharsets.UTF_8));
      String more = RandomOutput.next(random) + "x" + RandomOutput.next(random);
      assertThat(write(copy, more).text()).isEqualTo(write(original, more).text());
    }
  }

  @Test
  void anyBytesAreTaken() {
    var random = new Random(7);
    var screen = new KeptScreen(COLUMNS, ROWS);
    var bytes = new byte[4096];
    for (int i = 0; i < 200; i++) {
      random.nextBytes(bytes);
      screen.take(bytes, 0, bytes.length);
      screen.takeAnswers();
      screen.resize(10 + random.nextInt(60), 5 + random.nextInt(30));
      assertThat(screen.text()).hasSize(screen.rows());
      assertThat(screen.repaint()).isNotEmpty();
    }
  }
}
