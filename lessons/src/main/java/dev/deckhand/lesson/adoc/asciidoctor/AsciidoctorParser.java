package dev.deckhand.lesson.adoc.asciidoctor;

import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Asciidoctor, started once for all files of a compilation: starting takes two seconds, a file
 * milliseconds. Not thread-safe.
 */
public final class AsciidoctorParser implements AutoCloseable {

  /** Kept here, because loggers that nothing references lose their settings. */
  private final Logger asciidoctorLogger = Logger.getLogger("asciidoctor");

  private final Asciidoctor asciidoctor;
  private volatile @Nullable DiagnosticCollector diagnostics;

  private AsciidoctorParser(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  /** Starts Asciidoctor. */
  public static AsciidoctorParser start() {
    var started = new AsciidoctorParser(Asciidoctor.Factory.create());
    started.asciidoctorLogger.setUseParentHandlers(false);
    started.asciidoctor.javaConverterRegistry().register(InlineMarkupConverter.class);
    started.asciidoctor.registerLogHandler(started::log);
    return started;
  }

  /**
   * Parses a file. What Asciidoctor complains about is added to the findings, also later, while the
   * document is read.
   */
  public DocumentNode parse(SourceFile file, DiagnosticCollector findings) {
    diagnostics = findings;
    return new AsciidoctorDocument(
        asciidoctor.load(
            file.text(),
            Options.builder()
                .safe(SafeMode.SECURE)
                .backend(InlineMarkupConverter.BACKEND)
                .docType("article")
                .sourcemap(true)
                .standalone(false)
                .attributes(
                    Attributes.builder()
                        .attribute("attribute-missing", "warn")
                        .attribute("experimental", "")
                        .build())
                .build()));
  }

  private void log(LogRecord entry) {
    DiagnosticCollector findings = diagnostics;
    if (findings == null || entry.getSeverity() == Severity.DEBUG) {
      return;
    }
    AsciidoctorDiagnostics.add(entry, findings);
  }

  @Override
  public void close() {
    asciidoctor.close();
  }
}
