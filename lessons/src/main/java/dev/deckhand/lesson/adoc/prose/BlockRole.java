package dev.deckhand.lesson.adoc.prose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The role of a block in a step. */
public enum BlockRole {
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

  /** The role as written on a block. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> keywords() {
    return Arrays.stream(values()).map(BlockRole::keyword).toList();
  }

  public static Optional<BlockRole> of(String word) {
    return Arrays.stream(values())
        .filter(blockRole -> blockRole.keyword().equals(word))
        .findFirst();
  }
}
