package dev.deckhand.lesson.adoc;

import dev.deckhand.check.*;
import java.util.*;

final class PlainCheckBlocks implements CheckBlocks {
  private static List<Expectation> e(YamlBlock b) {
    return List.of(
        new Expectation(
            new Subject.DockerObject(Subject.DockerKind.CONTAINER, "x", Map.of()),
            new Pattern.Shape(Map.of(), List.of(), b.place())));
  }

  @Override
  public Optional<Check> check(YamlBlock block, String id, String title, Ledger ledger) {
    return Optional.of(
        new Check(
            id,
            title,
            e(block),
            Check.Role.GOAL,
            Check.WITHIN,
            java.time.Duration.ZERO,
            false,
            Count.ANY,
            1,
            false,
            block.place()));
  }

  @Override
  public Optional<Question> question(YamlBlock block, String id, String title, Ledger ledger) {
    return Optional.of(new Question(id, title, e(block), block.place()));
  }
}
