package dev.deckhand.site.publish;

import java.util.List;
import java.util.regex.Pattern;

/** The pictures that a document shows. */
final class PictureReferences {

  private static final Pattern PICTURE = Pattern.compile("(?m)^image::([^\\[\\s]+)\\[");

  private PictureReferences() {}

  /** Their names, each once, in an order that is always the same. */
  static List<String> find(String adoc) {
    return PICTURE
        .matcher(adoc)
        .results()
        .map(shown -> shown.group(1))
        .distinct()
        .sorted()
        .toList();
  }
}
