package dev.deckhand.lab.image.archive;

import java.io.IOException;

/** Something that isn't an archive of images, or one whose parts contradict each other. */
final class MalformedArchive extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int MAX_QUOTE = 80;

  /**
   * @param reason in a few words, without a full stop
   */
  MalformedArchive(String reason) {
    super(reason);
  }

  /** Text from the archive as it may be shown: without control characters, and not too long. */
  static String quote(String text) {
    String visible = text.replaceAll("[^\\p{Print}]", "?");
    return visible.length() <= MAX_QUOTE ? visible : visible.substring(0, MAX_QUOTE) + "...";
  }
}
