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
 */
public record Step(
    int number,
    String title,
    StepContent content,
    StepTasks tasks,
    ScriptSet scripts,
    SourcePosition place) {

  /** The same step at another place in its lesson. */
  Step withNumber(int next) {
    return new Step(next, title, content, tasks, scripts, place);
  }

  public List<Block> prose() {
    return content.prose();
  }

  public List<Block> debrief() {
    return content.debrief();
  }

  public List<Block> instructor() {
    return content.instructor();
  }

  public List<Check> checks() {
    return tasks.checks();
  }

  public List<Question> questions() {
    return tasks.questions();
  }

  public List<Quiz> quizzes() {
    return tasks.quizzes();
  }

  public List<Hint> hints() {
    return tasks.hints();
  }

  public List<Script> setup() {
    return scripts.setup();
  }

  public @Nullable Script solution() {
    return scripts.solution();
  }

  public List<Script> alternatives() {
    return scripts.alternatives();
  }

  public List<Script> wrongs() {
    return scripts.wrongs();
  }

  /** Whether the step has no tasks. */
  public boolean isReadingOnly() {
    return checks().isEmpty() && questions().isEmpty() && quizzes().isEmpty();
  }

  /** The commands that the prose offers, in order, each with its prompt. */
  public List<OfferedCommand> offeredCommands() {
    return prose().stream()
        .flatMap(block ->
            block instanceof Block.Run(var commands) ? OfferedCommand.of(commands).stream() : null)
        .toList();
  }

  /** The commands that the prose offers, in order. */
  public List<String> offeredEntries() {
    return prose().stream()
        .flatMap(block -> block instanceof Block.Run(var commands) ? commands.stream() : null)
        .toList();
  }
}
