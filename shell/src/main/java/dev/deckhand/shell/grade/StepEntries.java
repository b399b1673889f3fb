package dev.deckhand.shell.grade;

import dev.deckhand.shell.submission.SubmittedEntry;
import dev.deckhand.shell.submission.SubmittedScript;
import dev.deckhand.shell.submission.SubmittedWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The entries of a submission in the order in which they run. A script that doesn't say where steps
 * end goes on to the next step as soon as a step is solved. For one thread.
 */
final class StepEntries {

  private final SubmittedScript script;
  private final Deque<SubmittedEntry> waiting = new ArrayDeque<>();
  private int step;

  StepEntries(SubmittedWork work) {
    this.script = work.script();
    if (script instanceof SubmittedScript.Whole(var entries)) {
      waiting.addAll(entries);
    }
  }

  /** Goes on to a step; what is left of the one before is dropped if it has a script of its own. */
  void begin(int next) {
    step = next;
    if (script instanceof SubmittedScript.BySteps steps) {
      waiting.clear();
      waiting.addAll(steps.entries(step));
    }
  }

  /** Whether there's an entry left for the step. */
  boolean hasNext() {
    return !waiting.isEmpty();
  }

  /** The next entry of the step. */
  Optional<SubmittedEntry> next() {
    return Optional.ofNullable(waiting.poll());
  }

  /** Whether the next entry is a command. */
  boolean nextIsCommand() {
    return waiting.peek() instanceof SubmittedEntry.Command;
  }

  /** Whether another command of the step follows. */
  boolean hasCommand() {
    return waiting.stream().anyMatch(SubmittedEntry.Command.class::isInstance);
  }

  /** Whether nothing tells where a step ends, except that it's solved. */
  boolean endsWhenSolved() {
    return script instanceof SubmittedScript.Whole;
  }
}
