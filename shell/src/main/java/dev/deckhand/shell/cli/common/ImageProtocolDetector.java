package dev.deckhand.shell.cli.common;

import dev.deckhand.shell.picture.GraphicsProtocol;
import java.util.Optional;

/**
 * Detects the image protocol of a terminal from the environment. The terminal itself isn't queried:
 * not every terminal answers, and a late answer would be taken for input.
 */
final class ImageProtocolDetector {

  /** Konsole supports Kitty's protocol since this version, 22.04.0. */
  private static final int KONSOLE = 220_400;

  private final ProgramEnvironment environment;

  ImageProtocolDetector(ProgramEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Detects the protocol; empty if pictures are shown as text. {@code DECKHAND_IMAGES} overrides it
   * with a protocol or {@code none}.
   */
  Optional<GraphicsProtocol> detect() {
    String forced = environment.variable("DECKHAND_IMAGES");
    if (forced.equals("none")) {
      return Optional.empty();
    }
    return GraphicsProtocol.of(forced).or(this::detectFromEnvironment);
  }

  private Optional<GraphicsProtocol> detectFromEnvironment() {
    String term = environment.variable("TERM");
    if (isInsideMultiplexer(term)) {
      return Optional.empty();
    }
    String program = environment.variable("TERM_PROGRAM");
    if (isSet("KITTY_WINDOW_ID")
        || term.equals("xterm-kitty")
        || term.equals("xterm-ghostty")
        || program.equals("ghostty")
        || isNewKonsole()) {
      return Optional.of(GraphicsProtocol.KITTY);
    }
    return switch (program) {
      case "iTerm.app", "WezTerm", "mintty" -> Optional.of(GraphicsProtocol.ITERM2);
      default -> {
        boolean remote = environment.variable("LC_TERMINAL").equals("iTerm2");
        boolean sixel = term.equals("foot") || term.startsWith("foot-") || term.equals("mlterm");
        yield remote
            ? Optional.of(GraphicsProtocol.ITERM2)
            : sixel ? Optional.of(GraphicsProtocol.SIXEL) : Optional.empty();
      }
    };
  }

  /** In tmux and screen, pictures disappear or stay when the text scrolls. */
  private boolean isInsideMultiplexer(String term) {
    return isSet("TMUX")
        || isSet("STY")
        || isSet("ZELLIJ")
        || term.startsWith("screen")
        || term.startsWith("tmux");
  }

  private boolean isNewKonsole() {
    String version = environment.variable("KONSOLE_VERSION");
    return version.matches("[0-9]{1,9}") && Integer.parseInt(version) >= KONSOLE;
  }

  private boolean isSet(String variable) {
    return !environment.variable(variable).isEmpty();
  }
}
