package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.adoc.asciidoctor.AsciidoctorParser;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.parser.LessonParser;
import dev.deckhand.lesson.adoc.parser.UnsupportedMarkupException;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parses files: with Deckhand's own parser, and with Asciidoctor those that contain something which
 * that parser doesn't know. Asciidoctor is started for the first of them, which takes about two
 * seconds. Not thread-safe.
 */
final class DocumentParser implements AutoCloseable {

  /** Longer than any lesson takes. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final boolean onlyAsciidoctor;
  private @Nullable AsciidoctorParser asciidoctor;

  private DocumentParser(boolean onlyAsciidoctor) {
    this.onlyAsciidoctor = onlyAsciidoctor;
  }

  static DocumentParser standard() {
    return new DocumentParser(false);
  }

  /** A parser that leaves every file to Asciidoctor, to compare with. */
  static DocumentParser onlyAsciidoctor() {
    return new DocumentParser(true);
  }

  /**
   * Parses a file and reads its document. What Asciidoctor complains about is added to the
   * findings.
   *
   * @return empty, with a finding, if the file can't be parsed
   */
  <T> Optional<T> read(
      SourceFile file, DiagnosticCollector findings, Function<DocumentNode, T> reader) {
    return runWithTimeout(() -> reader.apply(parse(file, findings)), findings);
  }

  private DocumentNode parse(SourceFile file, DiagnosticCollector findings) {
    if (!onlyAsciidoctor) {
      try {
        return LessonParser.parse(file.lines());
      } catch (UnsupportedMarkupException | StackOverflowError unsupported) {
        System.getLogger(DocumentParser.class.getPackageName())
            .log(System.Logger.Level.DEBUG, "{0}: {1}", file.name(), unsupported.getMessage());
      }
    }
    return asciidoctor().parse(file, findings);
  }

  private AsciidoctorParser asciidoctor() {
    AsciidoctorParser running = asciidoctor;
    if (running == null) {
      running = AsciidoctorParser.start();
      asciidoctor = running;
    }
    return running;
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
      asciidoctor = null;
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
    System.getLogger(DocumentParser.class.getPackageName())
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

  @Override
  public void close() {
    if (asciidoctor != null) {
      asciidoctor.close();
      asciidoctor = null;
    }
  }
}
