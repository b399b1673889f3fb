package dev.deckhand.shell.view.style;

/**
 * How views are rendered.
 *
 * @param columns the terminal's width; 0 or less if unknown, which counts as 80
 * @param imageDisplay where pictures are shown
 */
public record RenderContext(Theme theme, TextBundle texts, int columns, ImageDisplay imageDisplay) {

  /** The longest lines that are easy to read. */
  static final int MAX_TEXT_WIDTH = 88;

  /** Below this width, there are no columns side by side. */
  public static final int NARROW_COLUMNS = 60;

  private static final int DEFAULT_COLUMNS = 80;
  private static final int MIN_COLUMNS = 20;

  /** Without pictures. */
  public RenderContext(Theme theme, TextBundle words, int columns) {
    this(theme, words, columns, ImageDisplay.NONE);
  }

  public RenderContext {
    columns = columns <= 0 ? DEFAULT_COLUMNS : Math.max(MIN_COLUMNS, columns);
  }

  /** The same for another width, as after a resize. */
  public RenderContext withColumns(int width) {
    return new RenderContext(theme, texts, width, imageDisplay);
  }

  /** The same with a place for pictures. */
  public RenderContext withImageDisplay(ImageDisplay place) {
    return new RenderContext(theme, texts, columns, place);
  }

  /** Returns the width of running text in columns. */
  public int textWidth() {
    return Math.min(columns, MAX_TEXT_WIDTH);
  }

  public boolean isNarrow() {
    return columns < NARROW_COLUMNS;
  }

  /** Returns whether pictures can be drawn: the terminal is wide enough, and not ASCII only. */
  public boolean canDrawBoxes() {
    return !isNarrow() && !theme.glyphs().equals(GlyphSet.ascii());
  }

  public Palette palette() {
    return theme.palette();
  }

  public GlyphSet glyphs() {
    return theme.glyphs();
  }

  public String format(TextKey textKey, Object... values) {
    return texts.format(textKey, values);
  }
}
