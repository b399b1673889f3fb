package dev.deckhand.shell.view.style;

import static org.jline.utils.AttributedStyle.DEFAULT;

import org.jline.utils.AttributedStyle;

/**
 * A style for each part that text plays. Colours are of the 256; JLine rounds them where a terminal
 * has fewer.
 *
 * @param accent what leads the eye: bars, numbers, labels
 * @param faint what may be overlooked
 * @param rule what divides, and is not read
 * @param statusLine what lies under the line at the foot of the screen
 */
public record Palette(
    AttributedStyle heading,
    AttributedStyle strong,
    AttributedStyle emphasis,
    AttributedStyle code,
    AttributedStyle command,
    AttributedStyle link,
    AttributedStyle accent,
    AttributedStyle faint,
    AttributedStyle rule,
    AttributedStyle good,
    AttributedStyle bad,
    AttributedStyle unsure,
    AttributedStyle statusLine) {

  static Palette dark() {
    return coloured(111, 152, 245, 239, 114, 210, 179, 236);
  }

  static Palette light() {
    return coloured(25, 24, 242, 251, 28, 124, 94, 254);
  }

  private static Palette coloured(
      int accent, int code, int faint, int line, int good, int bad, int unsure, int foot) {
    return new Palette(
        colour(accent).bold(),
        DEFAULT.bold(),
        DEFAULT.italic(),
        colour(code),
        DEFAULT.bold(),
        colour(accent).underline(),
        colour(accent),
        colour(faint),
        colour(line),
        colour(good),
        colour(bad),
        colour(unsure),
        DEFAULT.background(foot));
  }

  static Palette uncoloured() {
    return new Palette(
        DEFAULT.bold(),
        DEFAULT.bold(),
        DEFAULT.italic(),
        DEFAULT,
        DEFAULT.bold(),
        DEFAULT.underline(),
        DEFAULT.bold(),
        DEFAULT,
        DEFAULT,
        DEFAULT.bold(),
        DEFAULT.bold(),
        DEFAULT.bold(),
        DEFAULT.inverse());
  }

  static Palette unstyled() {
    return new Palette(
        DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT,
        DEFAULT, DEFAULT, DEFAULT);
  }

  /** A style for the words that name a thing: the same, but strong. */
  public AttributedStyle label(AttributedStyle style) {
    return overlay(style, strong);
  }

  /** Lays one style over another: what the upper one leaves open shows through. */
  public static AttributedStyle overlay(AttributedStyle lower, AttributedStyle upper) {
    return new AttributedStyle(
        (lower.getStyle() & ~upper.getMask()) | (upper.getStyle() & upper.getMask()),
        lower.getMask() | upper.getMask());
  }

  private static AttributedStyle colour(int index) {
    return DEFAULT.foreground(index);
  }
}
