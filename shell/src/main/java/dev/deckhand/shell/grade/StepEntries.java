package dev.deckhand.shell.grade;

import dev.deckhand.lesson.Step;
import dev.deckhand.shell.submission.SubmittedEntry;
import dev.deckhand.shell.submission.SubmittedScript;
import dev.deckhand.shell.submission.SubmittedWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a submission in the order in which they run. A script that doesn't say where steps
 * end goes on to the next step as soon as a step is solved. Its answers and choices count wherever
 * they are: each says which question it's for. For one thread.
 */
final class StepEntries {

  private final SubmittedScript script;
  private final Deque<SubmittedEntry> waiting = new ArrayDeque<>();
  private final Map<String, String> answers;
  private final Map<String, Set<Integer>> choices;
  private int step;

  StepEntries(SubmittedWork work) {
    this.script = work.script();
    this.answers = new HashMap<>(work.answers());
    this.choices = new HashMap<>(work.choices());
    if (script instanceof SubmittedScript.Whole(var entries)) {
      waiting.addAll(entries);
      entries.forEach(this::give);
    }
  }

  private void give(SubmittedEntry entry) {
    switch (entry) {
      case SubmittedEntry.Command _ -> {}
      case SubmittedEntry.Answer(var _, var question, var answer) -> answers.put(question, answer);
      case SubmittedEntry.Choice(var _, var quiz, var numbers) -> choices.put(quiz, numbers);
    }
  }

  /** The answers that are given before any entry has run, by the ids of the questions. */
  Map<String, String> answers() {
    return Map.copyOf(answers);
  }

  /** The choices that are made before any entry has run, by the ids of the quizzes. */
  Map<String, Set<Integer>> choices() {
    return Map.copyOf(choices);
  }

  /** Whether there's anything to run or to judge for a step. */
  boolean hasWorkFor(Step next) {
    return hasNext()
        || next.questions().stream().anyMatch(one -> answers.containsKey(one.id()))
        || next.quizzes().stream().anyMatch(one -> choices.containsKey(one.id()));
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

  /** Whether the next answer or choice is one of a step, so that the commands before it are too. */
  boolean nextAnswerIsFor(Step current) {
    return waiting.stream()
        .map(StepEntries::answered)
        .filter(Objects::nonNull)
        .findFirst()
        .filter(id ->
            current.questions().stream().anyMatch(one -> one.id().equals(id))
                || current.quizzes().stream().anyMatch(one -> one.id().equals(id)))
        .isPresent();
  }

  private static @Nullable String answered(SubmittedEntry entry) {
    return switch (entry) {
      case SubmittedEntry.Command _ -> null;
      case SubmittedEntry.Answer(var _, var question, var _) -> question;
      case SubmittedEntry.Choice(var _, var quiz, var _) -> quiz;
    };
  }

  /** Whether nothing tells where a step ends, except that it's solved. */
  boolean endsWhenSolved() {
    return script instanceof SubmittedScript.Whole;
  }
}
