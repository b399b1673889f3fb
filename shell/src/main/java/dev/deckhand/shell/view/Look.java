package dev.deckhand.shell.view;

/**
 * How things are to be drawn.
 *
 * @param columns the terminal's width; 0 or less where nobody knows, which counts as 80
 * @param easel where pictures are shown
 */
public record Look(Theme theme, Words words, int columns, Easel easel) {

  /** Longer lines than this tire the eye. */
  static final int MEASURE = 88;

  /** Below this, columns side by side no longer help. */
  static final int NARROW = 60;

  private static final int UNKNOWN = 80;
  private static final int LEAST = 20;

  /** Without pictures. */
  public Look(Theme theme, Words words, int columns) {
    this(theme, words, columns, Easel.NONE);
  }

  public Look {
    columns = columns <= 0 ? UNKNOWN : Math.max(LEAST, columns);
  }

  /** The same for another width, as after a resize. */
  public Look at(int width) {
    return new Look(theme, words, width, easel);
  }

  /** The same with a place for pictures. */
  public Look with(Easel place) {
    return new Look(theme, words, columns, place);
  }

  /** How wide running text is, in columns. */
  int measure() {
    return Math.min(columns, MEASURE);
  }

  boolean narrow() {
    return columns < NARROW;
  }

  /** Whether pictures can be drawn: there is room, and more than ASCII. */
  boolean draws() {
    return !narrow() && !theme.marks().equals(Marks.ascii());
  }

  Palette palette() {
    return theme.palette();
  }

  Marks marks() {
    return theme.marks();
  }

  String say(Phrase phrase, Object... values) {
    return words.say(phrase, values);
  }
}
