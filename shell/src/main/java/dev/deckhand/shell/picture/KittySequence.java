package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import java.util.Base64;

/** Kitty's graphics protocol: it sends the file itself, in chunks of at most 4096 characters. */
final class KittySequence {

  private static final String OPEN = "\033_G";
  private static final String CLOSE = "\033\\";
  private static final int CHUNK_SIZE = 4096;

  private KittySequence() {}

  /**
   * Transmits and displays (a=T) a PNG (f=100), without responses (q=2) and without moving the
   * cursor (C=1).
   */
  static String of(Png picture, ImageFrame imageFrame) {
    String data = Base64.getEncoder().encodeToString(picture.bytes());
    var sequence = new StringBuilder();
    for (int from = 0; from < data.length(); from += CHUNK_SIZE) {
      int to = Math.min(data.length(), from + CHUNK_SIZE);
      sequence.append(OPEN);
      if (from == 0) {
        sequence.append("a=T,f=100,C=1,c=").append(imageFrame.columns());
        sequence.append(",r=").append(imageFrame.rows()).append(',');
      }
      sequence.append("q=2,m=").append(to < data.length() ? 1 : 0);
      sequence.append(';').append(data, from, to).append(CLOSE);
    }
    return sequence.toString();
  }
}
