package dev.deckhand.shell.cli.learn;

import java.util.OptionalLong;

/**
 * How a learner takes up a lesson.
 *
 * @param restart whether to start at the first step, in a new lab
 * @param seed that the learner asks for; empty for the one that the learner has, or a new one
 */
public record LessonStart(boolean restart, OptionalLong seed) {

  /** Where the learner left off, or else at the first step. */
  public static final LessonStart CONTINUE = new LessonStart(false, OptionalLong.empty());
}
