package dev.deckhand.shell.cli;

import dev.deckhand.shell.view.Theme;
import java.util.Locale;

/** Which theme suits a terminal, by the customs of the environment. */
final class ThemeChoice {

  private final Outside outside;

  ThemeChoice(Outside outside) {
    this.outside = outside;
  }

  /**
   * Chooses. {@code NO_COLOR} and {@code TERM=dumb} are heeded; {@code DECKHAND_THEME} is light or
   * dark; some terminals tell their ground in {@code COLORFGBG}.
   */
  Theme choose(boolean plain) {
    if (plain || outside.variable("TERM").equals("dumb")) {
      return Theme.plain();
    }
    Theme theme = coloured();
    return speaksUnicode() ? theme : theme.inAscii();
  }

  private Theme coloured() {
    if (!outside.variable("NO_COLOR").isEmpty()) {
      return Theme.none();
    }
    String ground = outside.variable("COLORFGBG");
    boolean light =
        switch (outside.variable("DECKHAND_THEME")) {
          case "light" -> true;
          case "dark" -> false;
          default -> ground.endsWith(";15") || ground.endsWith(";7");
        };
    return light ? Theme.light() : Theme.dark();
  }

  private boolean speaksUnicode() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = outside.variable(name).toUpperCase(Locale.ROOT);
      if (!value.isEmpty()) {
        return value.contains("UTF-8") || value.contains("UTF8");
      }
    }
    return false;
  }
}
