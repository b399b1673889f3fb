package dev.deckhand.shell.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.picture.GraphicsProtocol;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageProtocolDetectorTest {

  @Test
  void aTerminalThatNobodyKnowsShowsText() {
    assertThat(chosen(Map.of())).isEmpty();
    assertThat(chosen(Map.of("TERM_PROGRAM", "Apple_Terminal"))).isEmpty();
    assertThat(chosen(Map.of("TERM_PROGRAM", "vscode"))).isEmpty();
  }

  @Test
  void terminalsAreKnownByWhatTheySayOfThemselves() {
    assertThat(chosen(Map.of("KITTY_WINDOW_ID", "1"))).contains(GraphicsProtocol.KITTY);
    assertThat(chosen(Map.of("TERM", "xterm-kitty"))).contains(GraphicsProtocol.KITTY);
    assertThat(chosen(Map.of("TERM", "xterm-ghostty"))).contains(GraphicsProtocol.KITTY);
    assertThat(chosen(Map.of("KONSOLE_VERSION", "230803"))).contains(GraphicsProtocol.KITTY);
    assertThat(chosen(Map.of("KONSOLE_VERSION", "211203"))).isEmpty();
    assertThat(chosen(Map.of("KONSOLE_VERSION", "99999999999"))).isEmpty();
    assertThat(chosen(Map.of("TERM_PROGRAM", "iTerm.app"))).contains(GraphicsProtocol.ITERM2);
    assertThat(chosen(Map.of("TERM_PROGRAM", "WezTerm"))).contains(GraphicsProtocol.ITERM2);
    assertThat(chosen(Map.of("LC_TERMINAL", "iTerm2"))).contains(GraphicsProtocol.ITERM2);
    assertThat(chosen(Map.of("TERM", "foot"))).contains(GraphicsProtocol.SIXEL);
  }

  @Test
  void insideTmuxAndScreenTextIsShown() {
    var kitty = Map.of("KITTY_WINDOW_ID", "1");
    assertThat(chosen(with(kitty, "TMUX", "/tmp/tmux-0/default,1,0"))).isEmpty();
    assertThat(chosen(with(kitty, "STY", "1.pts-0.host"))).isEmpty();
    assertThat(chosen(with(kitty, "TERM", "tmux-256color"))).isEmpty();
    assertThat(chosen(with(kitty, "TERM", "screen.xterm"))).isEmpty();
  }

  @Test
  void thePersonKnowsBetter() {
    var tmux = Map.of("TMUX", "x", "TERM", "tmux-256color");
    assertThat(chosen(with(tmux, "DECKHAND_IMAGES", "sixel"))).contains(GraphicsProtocol.SIXEL);
    assertThat(chosen(with(tmux, "DECKHAND_IMAGES", "kitty"))).contains(GraphicsProtocol.KITTY);
    var kitty = Map.of("KITTY_WINDOW_ID", "1");
    assertThat(chosen(with(kitty, "DECKHAND_IMAGES", "iterm2"))).contains(GraphicsProtocol.ITERM2);
    assertThat(chosen(with(kitty, "DECKHAND_IMAGES", "none"))).isEmpty();
    assertThat(chosen(with(kitty, "DECKHAND_IMAGES", "perhaps"))).contains(GraphicsProtocol.KITTY);
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    var more = new HashMap<>(some);
    more.put(name, value);
    return more;
  }

  private static Optional<GraphicsProtocol> chosen(Map<String, String> said) {
    var environment = new HashMap<>(Map.of("TERM", "xterm-256color"));
    environment.putAll(said);
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new ImageProtocolDetector(
            new ProgramEnvironment(
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
                new Random(1)))
        .detect();
  }
}
