package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.Diagnostic;
import dev.deckhand.check.document.BlockReadResult;
import dev.deckhand.check.document.CheckBlock;
import dev.deckhand.check.document.CheckReader;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.List;
import java.util.Optional;

/** Reads checks and questions, and reports what is wrong with them. */
final class CheckBlockReader {

  private final CheckReader reader = new CheckReader(new CelEvaluator());

  /** Reads a check; empty, with findings, if it is invalid. */
  Optional<Check> check(CheckBlock block, DiagnosticCollector diagnostics) {
    return valueOrReport(reader.check(block), diagnostics);
  }

  /** Reads a question; empty, with findings, if it is invalid. */
  Optional<Question> question(CheckBlock block, DiagnosticCollector diagnostics) {
    return valueOrReport(reader.question(block), diagnostics);
  }

  private static <T> Optional<T> valueOrReport(
      BlockReadResult<T> result, DiagnosticCollector diagnostics) {
    return switch (result) {
      case BlockReadResult.Valid<T>(T value) -> Optional.of(value);
      case BlockReadResult.Invalid<T>(List<Diagnostic> found) -> {
        found.forEach(diagnostic ->
            diagnostics.error(diagnostic.position(), diagnostic.message(), diagnostic.remedy()));
        yield Optional.empty();
      }
    };
  }
}
