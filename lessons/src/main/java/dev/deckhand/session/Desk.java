package dev.deckhand.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies before the learner: a command under way, and lines still to come.
 *
 * @param running the command that runs in the foreground now; null for none
 * @param waiting a command that waits for the lab; null for none
 * @param dictated commands that are put at the prompt, one after another, for the learner to send
 * @param asked whether the next line answers the question if the solution is to be shown
 */
public record Desk(
    @Nullable String running, @Nullable String waiting, List<String> dictated, boolean asked) {

  static final Desk EMPTY = new Desk(null, null, List.of(), false);

  public Desk {
    dictated = List.copyOf(dictated);
  }

  Desk withRunning(@Nullable String command) {
    return new Desk(command, waiting, dictated, asked);
  }

  Desk withWaiting(@Nullable String command) {
    return new Desk(running, command, dictated, asked);
  }

  Desk withDictated(List<String> commands) {
    return new Desk(running, waiting, commands, asked);
  }

  /** The same when the step is done: what runs goes on, and nothing more is put at the prompt. */
  Desk settled() {
    return new Desk(running, waiting, List.of(), false);
  }

  Desk withAsked(boolean question) {
    return new Desk(running, waiting, dictated, question);
  }
}
