package dev.deckhand.lesson.adoc.parser;

/** A file contains something that this parser leaves to Asciidoctor. */
public final class UnsupportedMarkupException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnsupportedMarkupException(String what) {
    super(what, null, false, false);
  }
}
