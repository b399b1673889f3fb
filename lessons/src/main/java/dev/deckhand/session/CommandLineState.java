package dev.deckhand.session;

import dev.deckhand.session.input.SessionCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies before the learner: a command under way, and lines still to come.
 *
 * @param running what runs in the foreground now; null for nothing
 * @param waiting a command that waits for the lab; null for none
 * @param prefilled commands that are put at the prompt, one after another, for the learner to send
 * @param confirmingSolution whether the next line answers the question if the solution is to be
 *     shown
 */
public record CommandLineState(
    @Nullable Foreground running,
    @Nullable SessionCommand waiting,
    List<String> prefilled,
    boolean confirmingSolution) {

  /** What the learner waits for at the terminal. */
  public sealed interface Foreground {

    record Running(SessionCommand command) implements Foreground {}

    record Xray() implements Foreground {}
  }

  static final CommandLineState EMPTY = new CommandLineState(null, null, List.of(), false);

  public CommandLineState {
    prefilled = List.copyOf(prefilled);
  }

  CommandLineState withRunning(@Nullable Foreground command) {
    return new CommandLineState(command, waiting, prefilled, confirmingSolution);
  }

  CommandLineState withWaiting(@Nullable SessionCommand command) {
    return new CommandLineState(running, command, prefilled, confirmingSolution);
  }

  CommandLineState withPrefilled(List<String> commands) {
    return new CommandLineState(running, waiting, commands, confirmingSolution);
  }

  /** The same when the step is done: what runs goes on, and nothing more is put at the prompt. */
  CommandLineState withoutPrompting() {
    return new CommandLineState(running, waiting, List.of(), false);
  }

  CommandLineState withConfirmingSolution(boolean question) {
    return new CommandLineState(running, waiting, prefilled, question);
  }
}
