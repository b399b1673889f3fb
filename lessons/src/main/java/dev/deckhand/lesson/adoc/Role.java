package dev.deckhand.lesson.adoc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a block of a step is, by the role that its author gave it. */
enum Role {
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

  private final boolean source;

  Role(boolean source) {
    this.source = source;
  }

  /** Whether the block must be a listing, whose text is taken as it stands. */
  boolean isSource() {
    return source;
  }

  /** Whether the block is a part of the prose, and so may stand wherever prose does. */
  boolean isProse() {
    return this == RUN || this == DIAGRAM || this == DRAWN;
  }

  /** The role as it is written on a block. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Role::word).toList();
  }

  static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
