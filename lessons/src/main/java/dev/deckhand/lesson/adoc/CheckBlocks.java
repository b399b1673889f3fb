package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Question;
import dev.deckhand.check.document.CheckBlock;
import dev.deckhand.check.document.CheckReader;
import dev.deckhand.check.document.Flaw;
import dev.deckhand.check.document.Reading;
import java.util.List;
import java.util.Optional;

/** Reads checks and questions, and enters what is wrong with them. */
final class CheckBlocks {

  private final CheckReader reader = new CheckReader(new Expressions());

  /** Reads a check; empty, with findings, where it cannot be judged. */
  Optional<Check> check(CheckBlock block, Ledger ledger) {
    return sound(reader.check(block), ledger);
  }

  /** Reads a question; empty, with findings, where its answer cannot be judged. */
  Optional<Question> question(CheckBlock block, Ledger ledger) {
    return sound(reader.question(block), ledger);
  }

  private static <T> Optional<T> sound(Reading<T> reading, Ledger ledger) {
    return switch (reading) {
      case Reading.Sound<T>(T value) -> Optional.of(value);
      case Reading.Flawed<T>(List<Flaw> flaws) -> {
        flaws.forEach(flaw -> ledger.error(flaw.place(), flaw.message(), flaw.remedy()));
        yield Optional.empty();
      }
    };
  }
}
