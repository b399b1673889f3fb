package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.loop.CompletionContext;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LearnerTerminal;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the terminal or script of a lesson. */
interface LearnerTerminalFactory {

  /**
   * Opens it for a lesson.
   *
   * @param java the lab's Java; empty while there is no lab
   * @throws IOException if the terminal or the script can't be opened
   */
  LearnerTerminal open(
      Lesson lesson,
      Inbox inbox,
      CompletionContext completionContext,
      Supplier<Optional<JavaShell>> java,
      LessonRunner.Options options)
      throws IOException;
}
