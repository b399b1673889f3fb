package dev.deckhand.shell.view.style;

import java.util.List;

/**
 * The signs that things are drawn with. None of them is of the light line drawing set ({@code ─ │
 * ┌} and so on): JLine sends those by the terminal's alternate character set, or as ASCII.
 *
 * @param commandBar the bar beside commands to try
 * @param sideBar the bar beside what is set apart
 * @param bullets one for each depth of a list, the last for all that are deeper
 * @param codeQuote what stands around code in running text; empty where its colour tells it apart
 * @param spinner its frames, one column each
 */
public record GlyphSet(
    String good,
    String bad,
    String unsure,
    String open,
    String commandBar,
    String sideBar,
    String rule,
    String ellipsis,
    String arrow,
    String dot,
    String filledBar,
    String emptyBar,
    List<String> bullets,
    String codeQuote,
    List<String> spinner) {
  public GlyphSet {
    bullets = List.copyOf(bullets);
    spinner = List.copyOf(spinner);
  }

  static GlyphSet unicode() {
    return new GlyphSet(
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

  static GlyphSet ascii() {
    return new GlyphSet(
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

  GlyphSet withCodeQuotes() {
    return new GlyphSet(
        good,
        bad,
        unsure,
        open,
        commandBar,
        sideBar,
        rule,
        ellipsis,
        arrow,
        dot,
        filledBar,
        emptyBar,
        bullets,
        "`",
        spinner);
  }

  String of(StatusMark statusMark) {
    return switch (statusMark) {
      case GOOD -> good;
      case BAD -> bad;
      case UNSURE -> unsure;
      case OPEN -> open;
    };
  }

  public String bullet(int depth) {
    return bullets.get(Math.min(depth, bullets.size() - 1));
  }
}
