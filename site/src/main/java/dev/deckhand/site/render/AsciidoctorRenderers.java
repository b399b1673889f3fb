package dev.deckhand.site.render;

import org.asciidoctor.Asciidoctor;
import org.jspecify.annotations.Nullable;

/**
 * Shares one Asciidoctor between all renderers. It starts on first use, which takes seconds, and
 * not at all if nothing has to be rendered. For one thread.
 */
public final class AsciidoctorRenderers implements AutoCloseable {

  private final SystemFonts systemFonts;
  private @Nullable Asciidoctor running;
  private @Nullable PdfFonts fonts;

  public AsciidoctorRenderers() {
    this(SystemFonts.installed());
  }

  /** Renderers that print with other fonts than those of this machine. */
  AsciidoctorRenderers(SystemFonts systemFonts) {
    this.systemFonts = systemFonts;
  }

  /** Prints PDF files. */
  public PdfRenderer pdf() {
    PdfFonts read = fonts;
    if (read == null) {
      read = PdfFonts.load(systemFonts);
      fonts = read;
    }
    return new PdfRenderer(asciidoctor(), read);
  }

  /** Renders slides. */
  public SlideRenderer slides() {
    return new SlideRenderer(asciidoctor());
  }

  /** Returns the shared Asciidoctor. */
  Asciidoctor asciidoctor() {
    Asciidoctor asciidoctor = running;
    if (asciidoctor == null) {
      asciidoctor = Asciidoctor.Factory.create();
      running = asciidoctor;
    }
    return asciidoctor;
  }

  /** Whether Asciidoctor was started. */
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
