package dev.deckhand.site.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A file that all slides load, from the publication itself. All but the style are reveal.js'. */
public enum SlideAsset {
  /** What moves the slides. */
  SCRIPT("dist/reveal.js", "reveal.js"),
  /** How they lie on each other. */
  LAYOUT("dist/reveal.css", "reveal.css"),
  /** What browsers would add on their own, taken off. */
  RESET("dist/reset.css", "reset.css"),
  /** The window with the notes. */
  NOTES("plugin/notes/notes.js", "notes.js"),
  /** Who wrote those, and what others may do with them. */
  LICENSE("license.txt", "license.txt"),
  /** What the slides look like. */
  STYLE("deckhand.css", "deckhand.css");

  private final String path;
  private final String file;

  SlideAsset(String place, String file) {
    this.path = place;
    this.file = file;
  }

  /** Where the slides look for it, seen from the folder of all of them. */
  public String place() {
    return path;
  }

  /** What is in it. */
  public byte[] bytes() {
    try (var stream = SlideAsset.class.getResourceAsStream("reveal/" + file)) {
      return Objects.requireNonNull(stream, file + " is part of the program").readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
