package dev.deckhand.site.render;

import org.asciidoctor.Asciidoctor;

/**
 * One AsciidoctorJ for all that is printed. Starting it starts JRuby, which takes seconds. For one
 * thread at a time.
 */
public final class Press implements AutoCloseable {

  private final Asciidoctor asciidoctor;

  private Press(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  /** Starts a press. */
  public static Press start() {
    return new Press(Asciidoctor.Factory.create());
  }

  /** What prints PDF files with it. */
  public PdfPrinter pdf() {
    return new PdfPrinter(asciidoctor);
  }

  @Override
  public void close() {
    asciidoctor.close();
  }
}
