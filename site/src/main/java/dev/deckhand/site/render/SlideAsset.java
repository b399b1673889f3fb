package dev.deckhand.site.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A file that all slides load from the publication. All except the style belong to reveal.js. */
public enum SlideAsset {
  /** reveal.js itself. */
  SCRIPT("dist/reveal.js", "reveal.js"),
  /** The layout of reveal.js. */
  LAYOUT("dist/reveal.css", "reveal.css"),
  /** Resets the default styles of browsers. */
  RESET("dist/reset.css", "reset.css"),
  /** The speaker's window. */
  NOTES("plugin/notes/notes.js", "notes.js"),
  /** The license of reveal.js. */
  LICENSE("license.txt", "license.txt"),
  /** The style of the slides. */
  STYLE("deckhand.css", "deckhand.css");

  private final String path;
  private final String file;

  SlideAsset(String place, String file) {
    this.path = place;
    this.file = file;
  }

  /** Its path within the folder of assets. */
  public String place() {
    return path;
  }

  /** Its content. */
  public byte[] bytes() {
    try (var stream = SlideAsset.class.getResourceAsStream("reveal/" + file)) {
      return Objects.requireNonNull(stream, file + " is part of the program").readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
