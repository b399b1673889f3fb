package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Keyword;
import java.util.List;
import java.util.Optional;

/** The role of a block in a step. */
public enum BlockRole implements Keyword {
  RUN(true),
  DIAGRAM(false),
  DRAWN(false),
  SETUP(true),
  CHECK(true),
  ANSWER(true),
  SOLUTION(true),
  ALTERNATIVE(true),
  WRONG(true),
  QUIZ(false),
  HINT(false),
  DEBRIEF(false),
  INSTRUCTOR(false);

  private final boolean listing;

  BlockRole(boolean source) {
    this.listing = source;
  }

  /** Whether the block must be a listing, whose text is read verbatim. */
  public boolean isListing() {
    return listing;
  }

  /** Whether the block is prose, and allowed wherever prose is. */
  boolean isProse() {
    return this == RUN || this == DIAGRAM || this == DRAWN;
  }

  public static List<String> keywords() {
    return Keyword.all(BlockRole.class);
  }

  public static Optional<BlockRole> of(String word) {
    return Keyword.find(BlockRole.class, word);
  }
}
