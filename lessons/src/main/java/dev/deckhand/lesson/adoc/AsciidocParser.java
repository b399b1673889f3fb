package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.adoc.prose.InlineMarkupConverter;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Asciidoctor, started once for all files of a compilation: starting takes two seconds, a file
 * milliseconds. Not thread-safe.
 */
final class AsciidocParser implements AutoCloseable {

  /** Longer than any lesson takes. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Kept here, because loggers that nothing references lose their settings. */
  private final Logger asciidoctorLogger = Logger.getLogger("asciidoctor");

  private final Asciidoctor asciidoctor;
  private volatile @Nullable DiagnosticCollector diagnostics;
  private boolean unusable;

  private AsciidocParser(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  /** Starts Asciidoctor. */
  static AsciidocParser start() {
    var started = new AsciidocParser(Asciidoctor.Factory.create());
    started.asciidoctorLogger.setUseParentHandlers(false);
    started.asciidoctor.javaConverterRegistry().register(InlineMarkupConverter.class);
    started.asciidoctor.registerLogHandler(started::log);
    return started;
  }

  /**
   * Parses a file and reads its document. What Asciidoctor complains about is added to the
   * findings.
   *
   * @return empty, with a finding, if Asciidoctor fails
   */
  <T> Optional<T> read(SourceFile file, DiagnosticCollector findings, DocumentReader<T> reader) {
    diagnostics = findings;
    return runWithTimeout(() -> reader.read(load(file)), findings);
  }

  /** Reads a document while Asciidoctor's log is recorded. */
  interface DocumentReader<T> {
    T read(Document document);
  }

  private Document load(SourceFile file) {
    return asciidoctor.load(
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
            .build());
  }

  /** Turns a timeout, a stack overflow or any other failure into a finding. */
  private <T> Optional<T> runWithTimeout(Supplier<T> work, DiagnosticCollector findings) {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .name("asciidoc")
        .start(() -> {
          try {
            result.complete(work.get());
          } catch (Throwable thrown) {
            // a StackOverflowError too
            result.completeExceptionally(thrown);
          }
        });
    try {
      return Optional.of(result.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException late) {
      // the thread may still be busy, so this Asciidoctor can't be used again
      unusable = true;
      reportFailure(findings, "it took more than " + TIMEOUT.toSeconds() + " s");
    } catch (ExecutionException failed) {
      reportFailure(findings, reason(failed));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      reportFailure(findings, "it was interrupted");
    }
    return Optional.empty();
  }

  private static String reason(ExecutionException failed) {
    // the message of a fault names classes and no line: it is of no use to an author
    System.getLogger(AsciidocParser.class.getPackageName())
        .log(System.Logger.Level.DEBUG, "a file could not be compiled", failed.getCause());
    return switch (failed.getCause()) {
      case StackOverflowError _ -> "it is nested too deep";
      case OutOfMemoryError _ -> "it takes all memory";
      case null, default -> "something in it makes the compiler itself fail";
    };
  }

  private static void reportFailure(DiagnosticCollector findings, String reason) {
    SourcePosition near = findings.currentPlace();
    findings.error(
        near,
        "The file cannot be compiled: " + reason + (near.line() == 0 ? "." : ", about here."),
        "Take out half of it, until the part that does this is found; then tell us about it.");
  }

  private void log(LogRecord entry) {
    DiagnosticCollector findings = diagnostics;
    if (findings == null || entry.getSeverity() == Severity.DEBUG) {
      return;
    }
    AsciidoctorDiagnostics.add(entry, findings);
  }

  /** Whether it is stuck in a file, so that the next file needs another one. */
  boolean isUnusable() {
    return unusable;
  }

  @Override
  public void close() {
    asciidoctor.close();
  }
}
