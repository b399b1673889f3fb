package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.Whereabouts;
import java.io.IOException;

/** Opens bridges. */
interface Bridges {

  /**
   * Opens one for a lesson.
   *
   * @throws IOException if the terminal or the script cannot be opened
   */
  Bridge open(Lesson lesson, Inbox inbox, Whereabouts whereabouts, Learn.Options options)
      throws IOException;
}
