package dev.deckhand.shell.view;

import java.util.List;

/**
 * The signs that things are drawn with. None of them is of the light line drawing set ({@code ─ │
 * ┌} and so on): JLine sends those by the terminal's alternate character set, or as ASCII.
 *
 * @param run the bar beside commands to try
 * @param side the bar beside what is set apart
 * @param bullets one for each depth of a list, the last for all that are deeper
 * @param codeQuote what stands around code in running text; empty where its colour tells it apart
 * @param spinner its frames, one column each
 */
record Marks(
    String good,
    String bad,
    String unsure,
    String open,
    String run,
    String side,
    String line,
    String ellipsis,
    String arrow,
    String dot,
    String full,
    String empty,
    List<String> bullets,
    String codeQuote,
    List<String> spinner) {
  Marks {
    bullets = List.copyOf(bullets);
    spinner = List.copyOf(spinner);
  }

  static Marks unicode() {
    return new Marks(
        "✓",
        "✗",
        "?",
        "○",
        "┃",
        "▎",
        "━",
        "…",
        "→",
        "·",
        "━",
        "╌",
        List.of("•", "◦", "-"),
        "",
        List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"));
  }

  static Marks ascii() {
    return new Marks(
        "[ok]",
        "[no]",
        "[?]",
        "[ ]",
        "|",
        "|",
        "-",
        "...",
        "->",
        "-",
        "#",
        ".",
        List.of("*", "-", "+"),
        "`",
        List.of("|", "/", "-", "\\"));
  }

  Marks quotingCode() {
    return new Marks(
        good, bad, unsure, open, run, side, line, ellipsis, arrow, dot, full, empty, bullets, "`",
        spinner);
  }

  String of(Mark mark) {
    return switch (mark) {
      case GOOD -> good;
      case BAD -> bad;
      case UNSURE -> unsure;
      case OPEN -> open;
    };
  }

  String bullet(int depth) {
    return bullets.get(Math.min(depth, bullets.size() - 1));
  }
}
