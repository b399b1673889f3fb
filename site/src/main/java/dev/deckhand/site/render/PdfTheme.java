package dev.deckhand.site.render;

/** Where our own theme is for the PDF converter: beside this class. */
final class PdfTheme {

  static final String FOLDER = "uri:classloader:/dev/deckhand/site/render/pdf";
  static final String NAME = "deckhand";

  private PdfTheme() {}
}
