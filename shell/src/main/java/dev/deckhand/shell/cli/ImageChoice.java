package dev.deckhand.shell.cli;

import dev.deckhand.shell.picture.Protocol;
import java.util.Optional;

/**
 * In which way a terminal shows pictures, by what the environment says of it. The terminal itself
 * is not asked: not every one answers, and an answer that comes late is taken for typing.
 */
final class ImageChoice {

  /** Konsole shows Kitty's pictures since that version, 22.04.0. */
  private static final int KONSOLE = 220_400;

  private final Outside outside;

  ImageChoice(Outside outside) {
    this.outside = outside;
  }

  /**
   * Chooses; empty where pictures are shown as text. {@code DECKHAND_IMAGES} names a protocol, or
   * {@code none}.
   */
  Optional<Protocol> choose() {
    String forced = outside.variable("DECKHAND_IMAGES");
    if (forced.equals("none")) {
      return Optional.empty();
    }
    return Protocol.of(forced).or(this::told);
  }

  private Optional<Protocol> told() {
    String term = outside.variable("TERM");
    if (isWithinAnother(term)) {
      return Optional.empty();
    }
    String program = outside.variable("TERM_PROGRAM");
    if (is("KITTY_WINDOW_ID")
        || term.equals("xterm-kitty")
        || term.equals("xterm-ghostty")
        || program.equals("ghostty")
        || isNewKonsole()) {
      return Optional.of(Protocol.KITTY);
    }
    return switch (program) {
      case "iTerm.app", "WezTerm", "mintty" -> Optional.of(Protocol.ITERM2);
      default -> {
        boolean remote = outside.variable("LC_TERMINAL").equals("iTerm2");
        boolean sixel = term.equals("foot") || term.startsWith("foot-") || term.equals("mlterm");
        yield remote
            ? Optional.of(Protocol.ITERM2)
            : sixel ? Optional.of(Protocol.SIXEL) : Optional.empty();
      }
    };
  }

  /** Inside tmux and screen pictures get lost, or worse, stay where they were. */
  private boolean isWithinAnother(String term) {
    return is("TMUX")
        || is("STY")
        || is("ZELLIJ")
        || term.startsWith("screen")
        || term.startsWith("tmux");
  }

  private boolean isNewKonsole() {
    String version = outside.variable("KONSOLE_VERSION");
    return version.matches("[0-9]{1,9}") && Integer.parseInt(version) >= KONSOLE;
  }

  private boolean is(String variable) {
    return !outside.variable(variable).isEmpty();
  }
}
