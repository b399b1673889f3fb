package dev.deckhand.site.render;

import org.asciidoctor.Asciidoctor;
import org.jspecify.annotations.Nullable;

/**
 * One Asciidoctor for all that is rendered. It starts with the first that wants it, which takes
 * seconds, and not at all where nothing has to be rendered. For one thread.
 */
public final class AsciidoctorRenderers implements AutoCloseable {

  private @Nullable Asciidoctor running;

  /** Prints PDF files. */
  public PdfRenderer pdf() {
    return new PdfRenderer(asciidoctor());
  }

  /** Renders slides. */
  public SlideRenderer slides() {
    return new SlideRenderer(asciidoctor());
  }

  /** The one Asciidoctor, for every renderer of this package. */
  Asciidoctor asciidoctor() {
    Asciidoctor asciidoctor = running;
    if (asciidoctor == null) {
      asciidoctor = Asciidoctor.Factory.create();
      running = asciidoctor;
    }
    return asciidoctor;
  }

  /** Whether it had to start. */
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
