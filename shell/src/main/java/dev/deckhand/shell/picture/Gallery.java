package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import dev.deckhand.shell.view.Easel;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pictures of a lesson on a terminal that shows them. Room for a picture is made first, so that
 * nothing scrolls while it is drawn, and the cursor comes back to where it was.
 */
public final class Gallery implements Easel {

  /** A picture taller than that hides the text that it belongs to. */
  private static final int MOST_ROWS = 18;

  private static final String DOWN = "\033D";
  private static final String SAVE = "\0337";
  private static final String RESTORE = "\0338";

  private final Protocol protocol;
  private final Function<String, Optional<Png>> pictures;
  private final int mostRows;

  /**
   * A gallery on a screen of so many rows.
   *
   * @param pictures the lesson's pictures by their names
   */
  public Gallery(Protocol protocol, Function<String, Optional<Png>> pictures, int rows) {
    this.protocol = protocol;
    this.pictures = pictures;
    this.mostRows = Math.min(MOST_ROWS, rows * 2 / 3);
  }

  @Override
  public Optional<Hung> hang(String name, int columns) {
    return pictures
        .apply(name)
        .flatMap(picture ->
            Frame.around(picture, columns, mostRows)
                .flatMap(frame -> protocol.draw(picture, frame).map(drawn -> hung(drawn, frame))));
  }

  private static Hung hung(String drawn, Frame frame) {
    int rows = frame.rows();
    // one row more than it takes: some terminals go on below a picture that has the last row
    String room = DOWN.repeat(rows) + "\033[" + rows + "A";
    return new Hung(room + SAVE + drawn + RESTORE, rows);
  }
}
