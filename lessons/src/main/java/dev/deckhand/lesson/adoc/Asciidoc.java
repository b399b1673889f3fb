package dev.deckhand.lesson.adoc;

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
    Throwable cause = failed.getCause();
    if (cause instanceof StackOverflowError) {
      return "it is nested too deep";
    }
    String message = cause == null ? null : cause.getMessage();
    return message == null ? "no reason is known" : message.lines().findFirst().orElse("");
  }

  private static void giveUp(Ledger findings, String reason) {
    findings.error(
        findings.at(0),
        "Asciidoctor cannot read the file: " + reason + ".",
        "Take out half of it, until the part that does this is found.");
  }

  private void log(LogRecord entry) {
    Ledger findings = ledger;
    if (findings == null || entry.getSeverity() == Severity.DEBUG) {
      return;
    }
    boolean error = entry.getSeverity() == Severity.ERROR || entry.getSeverity() == Severity.FATAL;
    var place =
        entry.getCursor() == null
            ? findings.here()
            : findings.at(entry.getCursor().getLineNumber());
    String message = "AsciiDoc: " + entry.getMessage() + ".";
    if (error) {
      findings.error(place, message, "Mend the markup there.");
    } else {
      findings.warning(place, message, remedy(entry.getMessage()));
    }
  }

  private static String remedy(String message) {
    return message.contains("missing attribute")
        ? "Define it in the header, or write \\{name} for the braces themselves."
        : message.contains("invalid reference")
            ? "Point to a heading of this lesson."
            : "Mend the markup there.";
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
