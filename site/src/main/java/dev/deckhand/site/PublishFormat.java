package dev.deckhand.site;

/** A format in which courses are published. */
public enum PublishFormat {
  /** A site of pages. */
  HTML("html"),
  /** A handout for each course. */
  PDF("pdf"),
  /** Slides for each lesson. */
  SLIDES("slides");

  private final String word;

  PublishFormat(String word) {
    this.word = word;
  }

  /** Its name on the command line. */
  public String word() {
    return word;
  }
}
