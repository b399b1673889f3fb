package dev.deckhand.site.notes;

import dev.deckhand.check.Question;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.OutputExcerpt;
import dev.deckhand.site.notes.LessonNotes.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an entry looks like in the notes of a step. */
final class NotesEntryWriter {

  private final Lesson lesson;
  private final int step;

  NotesEntryWriter(Lesson lesson, int step) {
    this.lesson = lesson;
    this.step = step;
  }

  /** Returns the entry's lines with an empty one at the end; none for what is not worth a line. */
  List<String> lines(Entry entry) {
    return switch (entry) {
      case LessonNotes.CommandRun(var command, var exitCode, var output, var _) ->
          command(command, exitCode, output);
      case LessonNotes.Remark(var text, var _) -> remark(text);
      case LessonNotes.QuestionAnswered(var id, var text, var right) ->
          List.of(
              "[.answer]",
              answerLine(questionTitle(id), "``" + AsciidocEscaper.inline(text) + "``", right),
              "");
      case LessonNotes.QuizAnswered(var id, var choices, var right) ->
          List.of("[.answer]", answerLine(quizTitle(id), chosenTexts(id, choices), right), "");
      case LessonNotes.HintTaken(var number) ->
          List.of("[.mark]", "Hint " + number + " taken.", "");
      case LessonNotes.StepCompleted(var passed) ->
          passed == step ? List.of("[.mark.done]", "&#10003; Done.", "") : List.of();
      case LessonNotes.StepSkipped(var skipped) ->
          skipped == step ? List.of("[.mark]", "Skipped.", "") : List.of();
      case LessonNotes.StepStarted _, LessonNotes.LessonFinished _ -> List.of();
    };
  }

  private static List<String> command(String command, int exitCode, String output) {
    var lines = new ArrayList<>(AsciidocBlockWriter.commands(List.of(command)));
    var shown = OutputExcerpt.shortened(output);
    if (!shown.isEmpty()) {
      lines.addAll(AsciidocEscaper.literalBlock(exitCode == 0 ? "output" : "output-failed", shown));
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
        .forEach(line -> lines.addAll(List.of(AsciidocEscaper.line(line), "")));
    lines.addAll(List.of("____", ""));
    return lines;
  }

  private static String answerLine(String title, String answer, boolean right) {
    return "{empty}**"
        + AsciidocEscaper.inline(title)
        + "** "
        + answer
        + " "
        + (right ? "&#10003; right" : "&#10007; not right");
  }

  private String questionTitle(String id) {
    return lesson.steps().stream()
        .flatMap(each -> each.questions().stream())
        .filter(question -> question.id().equals(id))
        .map(Question::title)
        .findFirst()
        .orElse("A question");
  }

  private String quizTitle(String id) {
    return quizzes(id).stream().map(Quiz::title).findFirst().orElse("A quiz");
  }

  private String chosenTexts(String id, Set<Integer> choices) {
    return quizzes(id).stream()
        .flatMap(quiz -> choices.stream().sorted().map(number -> choice(quiz, number)))
        .collect(Collectors.joining("; "));
  }

  private static String choice(Quiz quiz, int number) {
    return number >= 1 && number <= quiz.choices().size()
        ? AsciidocBlockWriter.inline(quiz.choices().get(number - 1).content())
        : Integer.toString(number);
  }

  private List<Quiz> quizzes(String id) {
    return lesson.steps().stream()
        .flatMap(each -> each.quizzes().stream())
        .filter(quiz -> quiz.id().equals(id))
        .toList();
  }
}
