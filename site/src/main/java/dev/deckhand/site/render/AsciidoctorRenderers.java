package dev.deckhand.site.render;

import org.asciidoctor.Asciidoctor;
import org.jspecify.annotations.Nullable;

/**
 * One Asciidoctor for all that is rendered. It starts with the first that wants it, which takes
 * seconds, and not at all where nothing has to be rendered. For one thread.
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
