package dev.deckhand.shell.submission.pack;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.submission.archive.PrintableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the script of a step from what the learner did in it. Left out are commands that only work
 * with a person at a terminal, which would let a grader wait in vain; and all answers to a question
 * but the one that counts: the last right one, or else the last.
 */
final class StepScriptWriter {

  /** How shells report that a command was stopped by Ctrl-C. */
  private static final int INTERRUPTED = 130;

  private static final Set<String> NEED_TERMINAL =
      Set.of(
          "vi",
          "vim",
          "nvim",
          "nano",
          "emacs",
          "pico",
          "joe",
          "mcedit",
          "less",
          "more",
          "man",
          "top",
          "htop",
          "watch",
          "k9s",
          "lazydocker",
          "tmux",
          "screen");

  private final Step step;
  private final List<String> entries = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private StepScriptWriter(Step step) {
    this.step = step;
  }

  /**
   * A step's script.
   *
   * @param entries in order
   * @param leftOut what isn't in it, and why, one sentence each
   */
  record StepScript(List<String> entries, List<String> leftOut) {
    StepScript {
      entries = List.copyOf(entries);
      leftOut = List.copyOf(leftOut);
    }

    /** Those of the entries that are answers or choices. */
    int answers() {
      return Math.toIntExact(
          entries.stream()
              .map(LearnerInputParser::parse)
              .filter(input -> !(input instanceof LearnerInput.RunCommand))
              .count());
    }

    /** The text of the script file. */
    String text() {
      return entries.isEmpty() ? "" : String.join("\n", entries) + "\n";
    }
  }

  /** Writes the script of a step. */
  static StepScript of(Step step, List<RecordedAction> actions) {
    var writer = new StepScriptWriter(step);
    Map<String, Integer> counting = counting(actions);
    for (int i = 0; i < actions.size(); i++) {
      switch (actions.get(i)) {
        case RecordedAction.Typed(String text, int exitCode) -> writer.add(text, exitCode);
        case RecordedAction.Answered(String id, String text, boolean _) -> {
          if (Integer.valueOf(i).equals(counting.get(id))) {
            writer.addAnswer(id, text);
          }
        }
        case RecordedAction.Chosen(String id, var numbers, boolean _) -> {
          if (Integer.valueOf(i).equals(counting.get(id))) {
            writer.addChoice(id, numbers);
          }
        }
      }
    }
    return new StepScript(writer.entries, writer.leftOut);
  }

  /** For each question and quiz, the index of the action that counts. */
  private static Map<String, Integer> counting(List<RecordedAction> actions) {
    var counting = new HashMap<String, Integer>();
    for (boolean right : List.of(false, true)) {
      for (int i = 0; i < actions.size(); i++) {
        switch (actions.get(i)) {
          case RecordedAction.Answered(String id, String _, boolean good) when good == right ->
              counting.put(id, i);
          case RecordedAction.Chosen(String id, var _, boolean good) when good == right ->
              counting.put(id, i);
          case RecordedAction.Answered _, RecordedAction.Chosen _, RecordedAction.Typed _ -> {}
        }
      }
    }
    return counting;
  }

  private void add(String typed, int exitCode) {
    // as the reader of submissions changes line ends
    String text = typed.replace("\r\n", "\n").strip();
    if (text.startsWith("#")) {
      return;
    }
    Optional<String> reason = reason(text, exitCode);
    if (reason.isEmpty()) {
      entries.add(text);
    } else {
      leftOut.add(
          "step %d: %s %s"
              .formatted(
                  step.number(),
                  PrintableName.quoted(text.lines().findFirst().orElse("")),
                  reason.get()));
    }
  }

  /** Why a command isn't in the script; empty if it is. */
  private static Optional<String> reason(String text, int exitCode) {
    if (exitCode == INTERRUPTED) {
      return Optional.of("was stopped by Ctrl-C.");
    }
    if (CommandFormat.parse(text) instanceof SessionCommand.Edit) {
      return Optional.of("needs a person; the file is submitted as it is now.");
    }
    boolean terminal =
        ShellParser.tokens(text).stream()
            .filter(token -> token.kind() == ShellToken.Kind.COMMAND)
            .anyMatch(token -> NEED_TERMINAL.contains(token.value()));
    if (terminal) {
      return Optional.of("needs a person at a terminal.");
    }
    boolean opensJava = text.equals(CommandFormat.JSHELL_START);
    ScriptSplitter.SplitScript split = ScriptSplitter.split(text.lines().toList());
    boolean oneEntry = split.complete() && split.entries().equals(List.of(text));
    boolean command =
        LearnerInputParser.parse(text)
            instanceof LearnerInput.RunCommand(SessionCommand.LabCommand _);
    return opensJava || !oneEntry || !command
        ? Optional.of("isn't a whole command.")
        : Optional.empty();
  }

  private void addAnswer(String id, String text) {
    int number = step.questions().stream().map(Question::id).toList().indexOf(id) + 1;
    if (number > 0) {
      entries.add("answer " + number + ": " + text.strip());
    } else {
      leftOut.add("step %d: the lesson has no question %s any more.".formatted(step.number(), id));
    }
  }

  private void addChoice(String id, Set<Integer> numbers) {
    int quiz = step.quizzes().stream().map(Quiz::id).toList().indexOf(id) + 1;
    if (quiz > 0) {
      String list = numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
      entries.add("choose " + quiz + ": " + list);
    } else {
      leftOut.add("step %d: the lesson has no quiz %s any more.".formatted(step.number(), id));
    }
  }
}
