package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import java.time.Duration;
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
 * Asciidoctor, started once for all the files of a compilation: that takes two seconds, and a file
 * milliseconds. For one thread.
 */
final class Asciidoc implements AutoCloseable {

  /** Longer than any lesson takes, shorter than an author's patience. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Held, because the log framework would forget what is set on a logger nobody holds. */
  private final Logger quiet = Logger.getLogger("asciidoctor");

  private final Asciidoctor asciidoctor;
  private volatile @Nullable Ledger ledger;
  private boolean spent;

  private Asciidoc(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  /** Starts Asciidoctor. */
  static Asciidoc start() {
    var started = new Asciidoc(Asciidoctor.Factory.create());
    started.quiet.setUseParentHandlers(false);
    started.asciidoctor.javaConverterRegistry().register(InlineMarkup.class);
    started.asciidoctor.registerLogHandler(started::log);
    return started;
  }

  /**
   * Reads a file with a reader that is given the document; what Asciidoctor complains about
   * meanwhile goes to the ledger.
   *
   * @return null, with a finding, where Asciidoctor gives up
   */
  <T> @Nullable T read(SourceFile file, Ledger findings, DocumentReader<T> reader) {
    ledger = findings;
    return bounded(() -> reader.read(load(file)), findings);
  }

  /** Makes something of a document while Asciidoctor is listened to. */
  interface DocumentReader<T> {
    T read(Document document);
  }

  private Document load(SourceFile file) {
    return asciidoctor.load(
        file.text(),
        Options.builder()
            .safe(SafeMode.SECURE)
            .backend(InlineMarkup.BACKEND)
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

  /** What runs away, in time or in depth, ends as a finding. */
  private <T> @Nullable T bounded(Supplier<T> work, Ledger findings) {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .name("asciidoc")
        .start(() -> {
          try {
            result.complete(work.get());
          } catch (Throwable thrown) {
            // a StackOverflowError too: what the file is like is told by its message alone
            result.completeExceptionally(thrown);
          }
        });
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      // the thread may go on for long, so nobody else may use this Asciidoctor
      spent = true;
      giveUp(findings, "it took more than " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException failed) {
      giveUp(findings, reason(failed));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      giveUp(findings, "it was interrupted");
    }
    return null;
  }

  private static String reason(ExecutionException failed) {
    // what a fault says of itself is for programmers: it names classes, and no line
    System.getLogger(Asciidoc.class.getPackageName())
        .log(System.Logger.Level.DEBUG, "a file could not be compiled", failed.getCause());
    return switch (failed.getCause()) {
      case StackOverflowError _ -> "it is nested too deep";
      case OutOfMemoryError _ -> "it takes all memory";
      case null, default -> "something in it makes the compiler itself fail";
    };
  }

  private static void giveUp(Ledger findings, String reason) {
    Place near = findings.here();
    findings.error(
        near,
        "The file cannot be compiled: " + reason + (near.line() == 0 ? "." : ", about here."),
        "Take out half of it, until the part that does this is found; then tell us about it.");
  }

  private void log(LogRecord entry) {
    Ledger findings = ledger;
    if (findings == null || entry.getSeverity() == Severity.DEBUG) {
      return;
    }
    Remarks.add(entry, findings);
  }

  /** Whether it is caught in a file, and another must be started for the next. */
  boolean isSpent() {
    return spent;
  }

  @Override
  public void close() {
    asciidoctor.close();
  }
}
