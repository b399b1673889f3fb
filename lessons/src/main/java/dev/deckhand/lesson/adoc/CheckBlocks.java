package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import java.util.Optional;

/** Reads the YAML of checks and questions. */
interface CheckBlocks {

  /** Reads a check; empty, with findings, where it cannot be judged. */
  Optional<Check> check(YamlBlock block, String id, String title, Ledger ledger);

  /** Reads a question; empty, with findings, where its answer cannot be judged. */
  Optional<Question> question(YamlBlock block, String id, String title, Ledger ledger);
}
