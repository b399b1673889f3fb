package dev.deckhand.shell.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.view.style.Theme;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThemeDetectorTest {

  @Test
  void isDarkUnlessSomethingElseIsSaid() {
    assertThat(chosen(Map.of())).isEqualTo(Theme.dark());
  }

  @Test
  void isLightWhereThePersonSaysSo() {
    assertThat(chosen(Map.of("DECKHAND_THEME", "light"))).isEqualTo(Theme.light());
  }

  @Test
  void followsTheGroundThatTheTerminalTells() {
    assertThat(chosen(Map.of("COLORFGBG", "0;15"))).isEqualTo(Theme.light());
    assertThat(chosen(Map.of("COLORFGBG", "15;0"))).isEqualTo(Theme.dark());
  }

  @Test
  void thePersonKnowsBetterThanTheTerminal() {
    assertThat(chosen(Map.of("COLORFGBG", "0;15", "DECKHAND_THEME", "dark")))
        .isEqualTo(Theme.dark());
  }

  @Test
  void hasNoColourWhereNoColorIsSet() {
    assertThat(chosen(Map.of("NO_COLOR", "1", "DECKHAND_THEME", "light")))
        .isEqualTo(Theme.monochrome());
  }

  @Test
  void anEmptyNoColorSaysNothing() {
    assertThat(chosen(Map.of("NO_COLOR", ""))).isEqualTo(Theme.dark());
  }

  @Test
  void isPlainOnADumbTerminal() {
    assertThat(chosen(Map.of("TERM", "dumb"))).isEqualTo(Theme.plain());
  }

  @Test
  void isPlainWhereThatIsAskedFor() {
    assertThat(new ThemeDetector(outside(Map.of("LANG", "C.UTF-8"))).detect(true))
        .isEqualTo(Theme.plain());
  }

  @Test
  void keepsToAsciiWhereUtf8IsNotSpoken() {
    assertThat(chosen(Map.of("LANG", "C"))).isEqualTo(Theme.dark().withAsciiGlyphs());
    assertThat(chosen(Map.of("LANG", "de_DE.utf8"))).isEqualTo(Theme.dark());
  }

  @Test
  void lcAllOutranksLang() {
    assertThat(chosen(Map.of("LC_ALL", "POSIX"))).isEqualTo(Theme.dark().withAsciiGlyphs());
  }

  private static Theme chosen(Map<String, String> said) {
    var environment = new HashMap<>(Map.of("LANG", "C.UTF-8", "TERM", "xterm-256color"));
    environment.putAll(said);
    return new ThemeDetector(outside(environment)).detect(false);
  }

  private static ProgramEnvironment outside(Map<String, String> environment) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new ProgramEnvironment(
        environment,
        Path.of("/home/learner"),
        Path.of("/opt/deckhand"),
        Path.of("/tmp"),
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        true,
        true,
        Clock.systemUTC(),
        new Random(1));
  }
}
