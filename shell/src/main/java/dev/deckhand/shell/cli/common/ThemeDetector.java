package dev.deckhand.shell.cli.common;

import dev.deckhand.shell.view.style.Theme;
import java.util.Locale;

/** Detects the theme for a terminal from the environment. */
final class ThemeDetector {

  private final ProgramEnvironment environment;

  ThemeDetector(ProgramEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Detects the theme. Respects {@code NO_COLOR} and {@code TERM=dumb}; {@code DECKHAND_THEME} is
   * light or dark; some terminals set {@code COLORFGBG} to their colours.
   */
  Theme detect(boolean plain) {
    if (plain || environment.variable("TERM").equals("dumb")) {
      return Theme.plain();
    }
    Theme theme = coloured();
    return supportsUnicode() ? theme : theme.withAsciiGlyphs();
  }

  private Theme coloured() {
    if (!environment.variable("NO_COLOR").isEmpty()) {
      return Theme.monochrome();
    }
    String ground = environment.variable("COLORFGBG");
    boolean light =
        switch (environment.variable("DECKHAND_THEME")) {
          case "light" -> true;
          case "dark" -> false;
          default -> ground.endsWith(";15") || ground.endsWith(";7");
        };
    return light ? Theme.light() : Theme.dark();
  }

  private boolean supportsUnicode() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.variable(name).toUpperCase(Locale.ROOT);
      if (!value.isEmpty()) {
        return value.contains("UTF-8") || value.contains("UTF8");
      }
    }
    return false;
  }
}
