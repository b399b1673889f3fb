package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import dev.deckhand.shell.view.style.ImageDisplay;
import java.util.Optional;
import java.util.function.Function;

/**
 * Draws pictures of a lesson on a terminal that can show them. It makes room for a picture first,
 * so that nothing scrolls while it is drawn, and then moves the cursor back.
 */
public final class GraphicsPictureRenderer implements ImageDisplay {

  /** The maximum height in rows; a taller picture would hide its text. */
  private static final int MAX_ROWS = 18;

  private static final String DOWN = "\033D";
  private static final String SAVE = "\0337";
  private static final String RESTORE = "\0338";

  private final GraphicsProtocol graphicsProtocol;
  private final Function<String, Optional<Png>> pictures;
  private final int maxRows;

  /**
   * Creates a renderer for a screen with a number of rows.
   *
   * @param pictures the lesson's pictures by their names
   */
  public GraphicsPictureRenderer(
      GraphicsProtocol graphicsProtocol, Function<String, Optional<Png>> pictures, int rows) {
    this.graphicsProtocol = graphicsProtocol;
    this.pictures = pictures;
    this.maxRows = Math.min(MAX_ROWS, rows * 2 / 3);
  }

  @Override
  public Optional<PlacedImage> place(String name, int columns) {
    return pictures
        .apply(name)
        .flatMap(picture ->
            ImageFrame.fit(picture, columns, maxRows)
                .flatMap(imageFrame ->
                    graphicsProtocol
                        .draw(picture, imageFrame)
                        .map(drawn -> withReservedRows(drawn, imageFrame))));
  }

  private static PlacedImage withReservedRows(String drawn, ImageFrame imageFrame) {
    int rows = imageFrame.rows();
    // one row more than the picture, since some terminals scroll after a picture in the last row
    String room = DOWN.repeat(rows) + "\033[" + rows + "A";
    return new PlacedImage(room + SAVE + drawn + RESTORE, rows);
  }
}
