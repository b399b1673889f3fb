package dev.deckhand.shell.cli.common;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The names of the learners, for completion. */
public record LearnerNameCandidates(CommandContext context) implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    try {
      // a name with a space would be two words
      return context.forLearner("").state().learners().stream()
          .filter(name -> name.indexOf(' ') < 0)
          .iterator();
    } catch (IOException unreadable) {
      return List.<String>of().iterator();
    }
  }
}
