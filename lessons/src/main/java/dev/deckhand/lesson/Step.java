package dev.deckhand.lesson;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lesson.
 *
 * @param number counted from 1
 * @param prose what the learner reads, commands to try among it
 * @param setup run in the workspace when the step begins, before its checks are armed
 * @param solution null for a step without one
 */
public record Step(
    int number,
    String title,
    List<Block> prose,
    List<Script> setup,
    List<Check> checks,
    List<Question> questions,
    List<Quiz> quizzes,
    List<Hint> hints,
    @Nullable Script solution,
    List<Script> alternatives,
    List<Script> wrongs,
    List<Block> debrief,
    List<Block> instructor,
    SourcePosition place) {
  public Step {
    prose = List.copyOf(prose);
    setup = List.copyOf(setup);
    checks = List.copyOf(checks);
    questions = List.copyOf(questions);
    quizzes = List.copyOf(quizzes);
    hints = List.copyOf(hints);
    alternatives = List.copyOf(alternatives);
    wrongs = List.copyOf(wrongs);
    debrief = List.copyOf(debrief);
    instructor = List.copyOf(instructor);
  }

  /** The same step in another place of its lesson. */
  Step withNumber(int next) {
    return new Step(
        next,
        title,
        prose,
        setup,
        checks,
        questions,
        quizzes,
        hints,
        solution,
        alternatives,
        wrongs,
        debrief,
        instructor,
        place);
  }

  /** Whether there is nothing to do in it but read. */
  public boolean isReadingOnly() {
    return checks.isEmpty() && questions.isEmpty() && quizzes.isEmpty();
  }

  /** What the prose offers, in order, and where each is typed. */
  public List<OfferedCommand> offeredCommands() {
    return prose.stream()
        .flatMap(block ->
            block instanceof Block.Run(var commands) ? OfferedCommand.of(commands).stream() : null)
        .toList();
  }

  /** The commands that the prose offers, in order. */
  public List<String> offeredEntries() {
    return prose.stream()
        .flatMap(block -> block instanceof Block.Run(var commands) ? commands.stream() : null)
        .toList();
  }
}
