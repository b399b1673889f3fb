package dev.deckhand.site;

import dev.deckhand.check.Question;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.site.NoteBook.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an entry looks like in the notes of a step. */
final class EntryLines {

  private final Lesson lesson;
  private final int step;

  EntryLines(Lesson lesson, int step) {
    this.lesson = lesson;
    this.step = step;
  }

  /** Returns the entry's lines with an empty one at the end; none for what is not worth a line. */
  List<String> lines(Entry entry) {
    return switch (entry) {
      case NoteBook.Typed(var command, var exitCode, var output, var _) ->
          typed(command, exitCode, output);
      case NoteBook.Remark(var text, var _) -> remark(text);
      case NoteBook.Answered(var id, var text, var right) ->
          List.of("[.answer]", asked(question(id), "``" + Escape.words(text) + "``", right), "");
      case NoteBook.Chose(var id, var choices, var right) ->
          List.of("[.answer]", asked(title(id), chosen(id, choices), right), "");
      case NoteBook.HintTaken(var number) -> List.of("[.mark]", "Hint " + number + " taken.", "");
      case NoteBook.Passed(var passed) ->
          passed == step ? List.of("[.mark.done]", "&#10003; Done.", "") : List.of();
      case NoteBook.Skipped(var skipped) ->
          skipped == step ? List.of("[.mark]", "Skipped.", "") : List.of();
      case NoteBook.StepBegan _, NoteBook.Finished _ -> List.of();
    };
  }

  private static List<String> typed(String command, int exitCode, String output) {
    var lines = new ArrayList<>(Blocks.typed(List.of(command)));
    var shown = Output.shortened(output);
    if (!shown.isEmpty()) {
      lines.addAll(Escape.literal(exitCode == 0 ? "output" : "output-failed", shown));
      lines.add("");
    }
    if (exitCode != 0) {
      lines.addAll(List.of("[.exit]", "Exit code " + exitCode + ".", ""));
    }
    return lines;
  }

  private static List<String> remark(String text) {
    var lines = new ArrayList<>(List.of("[quote,role=remark]", "____"));
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.addAll(List.of(Escape.line(line), "")));
    lines.addAll(List.of("____", ""));
    return lines;
  }

  private static String asked(String title, String answer, boolean right) {
    return "{empty}**"
        + Escape.words(title)
        + "** "
        + answer
        + " "
        + (right ? "&#10003; right" : "&#10007; not right");
  }

  private String question(String id) {
    return lesson.steps().stream()
        .flatMap(each -> each.questions().stream())
        .filter(question -> question.id().equals(id))
        .map(Question::title)
        .findFirst()
        .orElse("A question");
  }

  private String title(String id) {
    return quizzes(id).stream().map(Quiz::title).findFirst().orElse("A quiz");
  }

  private String chosen(String id, Set<Integer> choices) {
    return quizzes(id).stream()
        .flatMap(quiz -> choices.stream().sorted().map(number -> choice(quiz, number)))
        .collect(Collectors.joining("; "));
  }

  private static String choice(Quiz quiz, int number) {
    return number >= 1 && number <= quiz.choices().size()
        ? Blocks.inline(quiz.choices().get(number - 1).content())
        : Integer.toString(number);
  }

  private List<Quiz> quizzes(String id) {
    return lesson.steps().stream()
        .flatMap(each -> each.quizzes().stream())
        .filter(quiz -> quiz.id().equals(id))
        .toList();
  }
}
