package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import java.util.Base64;

/** iTerm2's inline images, which WezTerm and mintty show too: it sends the file itself. */
final class ITerm2Sequence {

  private ITerm2Sequence() {}

  static String of(Png picture, ImageFrame imageFrame) {
    byte[] bytes = picture.bytes();
    return "\033]1337;File=inline=1;size="
        + bytes.length
        + ";width="
        + imageFrame.columns()
        + ";height="
        + imageFrame.rows()
        + ";preserveAspectRatio=1:"
        + Base64.getEncoder().encodeToString(bytes)
        + "\007";
  }
}
