package dev.deckhand.shell.view.style;

import java.util.Optional;

/** Shows pictures. Most terminals can't; there, ASCII art and descriptions replace them. */
public interface ImageDisplay {

  /** No picture can be shown. */
  ImageDisplay NONE = (_, _) -> Optional.empty();

  /**
   * Prepares a picture of the current lesson; empty if it can't be shown.
   *
   * @param name as the lesson names it
   * @param columns the most that it may take
   */
  Optional<PlacedImage> place(String name, int columns);

  /**
   * A picture that is ready to be shown.
   *
   * @param sequence what draws it, from where the cursor is to the right and below; it leaves the
   *     cursor where it was, with room for the rows below
   * @param rows how many rows it takes, the cursor's own among them
   */
  record PlacedImage(String sequence, int rows) {}
}
