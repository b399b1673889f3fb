package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import java.util.Optional;

/**
 * The size of a picture on the screen, in cells.
 *
 * @param columns at least 1
 * @param rows at least 1
 */
record ImageFrame(int columns, int rows) {

  /** The assumed size of a cell, 10 by 20 pixels, since the terminal isn't asked. */
  private static final int CELL_WIDTH = 10;

  private static final int CELL_ASPECT_RATIO = 2;

  /** Smaller pictures are not drawn. */
  private static final int MIN_COLUMNS = 10;

  private static final int MIN_ROWS = 3;

  /** The largest frame within bounds that keeps a picture's aspect ratio and doesn't enlarge it. */
  static Optional<ImageFrame> fit(Png picture, int mostColumns, int mostRows) {
    if (mostColumns < MIN_COLUMNS || mostRows < MIN_ROWS) {
      return Optional.empty();
    }
    double shape = (double) picture.height() / picture.width() / CELL_ASPECT_RATIO;
    double columns = Math.min(mostColumns, Math.ceil((double) picture.width() / CELL_WIDTH));
    columns = Math.min(columns, mostRows / shape);
    int rows = Math.clamp(Math.round(columns * shape), 1, mostRows);
    return Optional.of(new ImageFrame(Math.max(1, (int) columns), rows));
  }
}
