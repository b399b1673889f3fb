package dev.deckhand.site;

/** What courses are published as. */
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

  /** As it is written on the command line. */
  public String word() {
    return word;
  }
}
