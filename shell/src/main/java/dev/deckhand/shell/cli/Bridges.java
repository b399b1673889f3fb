package dev.deckhand.shell.cli;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.Whereabouts;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens bridges. */
interface Bridges {

  /**
   * Opens one for a lesson.
   *
   * @param java the lab's Java; empty while there is no lab
   * @throws IOException if the terminal or the script cannot be opened
   */
  Bridge open(
      Lesson lesson,
      Inbox inbox,
      Whereabouts whereabouts,
      Supplier<Optional<JavaShell>> java,
      Learn.Options options)
      throws IOException;
}
