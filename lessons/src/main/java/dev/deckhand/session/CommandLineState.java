package dev.deckhand.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next line may mean.
 *
 * @param prefilled commands that are put at the prompt, one after another, for the learner to send
 * @param confirming the question that the next line answers; null for none
 */
public record CommandLineState(List<String> prefilled, @Nullable Confirmation confirming) {

  static final CommandLineState EMPTY = new CommandLineState(List.of(), null);

  public CommandLineState {
    prefilled = List.copyOf(prefilled);
  }

  /** A question that the learner is asked before something is done. */
  public enum Confirmation {
    SHOW_SOLUTION,
    RESET_STEP
  }
}
