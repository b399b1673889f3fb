package dev.deckhand.site.notes;

import dev.deckhand.check.Question;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.PictureRewriter;
import dev.deckhand.site.notes.LessonNotes.Entry;
import dev.deckhand.site.text.OutputExcerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps of a lesson in a learner's notes, each a section.
 *
 * @param level of the sections
 * @param anchor what the sections' ids begin with
 */
record StepNotes(LessonNotes notes, int level, String anchor) {

  /** Returns all that was begun. */
  List<NotesPart> parts() {
    var parts = new ArrayList<NotesPart>();
    bySteps(notes.entries()).forEach((step, entries) -> parts.addAll(step(step, entries)));
    return parts;
  }

  /** A step that is taken up again goes on where its notes stopped; 0 is before the first. */
  private static Map<Integer, List<Entry>> bySteps(List<Entry> entries) {
    var steps = new LinkedHashMap<Integer, List<Entry>>();
    int current = 0;
    for (Entry entry : entries) {
      if (entry instanceof LessonNotes.StepStarted(var step, var _)) {
        current = step;
      }
      steps.computeIfAbsent(current, _ -> new ArrayList<>()).add(entry);
    }
    return steps;
  }

  private List<NotesPart> step(int number, List<Entry> entries) {
    var step = notes.lesson().steps().stream().filter(s -> s.number() == number).findFirst();
    var parts = new ArrayList<NotesPart>();
    parts.add(
        new NotesPart.Section(
            level,
            anchor + number,
            step.map(s -> number + ". " + s.title()).orElse("Before the first step")));
    entries.forEach(entry -> parts.addAll(parts(entry, number)));
    if (entries.stream().anyMatch(LessonNotes.StepCompleted.class::isInstance)) {
      String course = notes.lesson().id().course();
      step.map(Step::debrief)
          .filter(blocks -> !blocks.isEmpty())
          .map(blocks -> new NotesPart.Debrief(PictureRewriter.withCoursePaths(course, blocks)))
          .ifPresent(parts::add);
    }
    return parts;
  }

  /** Returns nothing for what is not worth a line. */
  private List<NotesPart> parts(Entry entry, int step) {
    return switch (entry) {
      case LessonNotes.CommandRun(var command, var exitCode, var output, var _) ->
          command(command, exitCode, output);
      case LessonNotes.Remark(var text, var _) ->
          List.of(
              new NotesPart.LearnerWords(
                  OutputExcerpt.TYPED.of(text).stream()
                      .filter(line -> !line.isBlank())
                      .map(LinkedText::of)
                      .toList()));
      case LessonNotes.QuestionAnswered(var id, var text, var right) ->
          List.of(
              answer(
                  questionTitle(id),
                  List.of(new Inline.Code(String.join(" ", OutputExcerpt.TYPED.of(text)))),
                  right));
      case LessonNotes.QuizAnswered(var id, var choices, var right) ->
          List.of(answer(quizTitle(id), chosen(id, choices), right));
      case LessonNotes.HintTaken(var number) ->
          List.of(new NotesPart.Line("mark", "Hint " + number + " taken."));
      case LessonNotes.StepCompleted(var passed) ->
          passed == step ? List.of(new NotesPart.Line("mark done", "\u2713 Done.")) : List.of();
      case LessonNotes.StepSkipped(var skipped) ->
          skipped == step ? List.of(new NotesPart.Line("mark", "Skipped.")) : List.of();
      case LessonNotes.StepStarted _, LessonNotes.LessonFinished _ -> List.of();
    };
  }

  private static List<NotesPart> command(String command, int exitCode, String output) {
    var parts = new ArrayList<NotesPart>();
    parts.add(new NotesPart.TypedCommand(String.join("\n", OutputExcerpt.TYPED.of(command))));
    List<String> shown = OutputExcerpt.OUTPUT.of(output);
    if (!shown.isEmpty()) {
      parts.add(new NotesPart.Printed(exitCode != 0, shown));
    }
    if (exitCode != 0) {
      parts.add(new NotesPart.Line("exit", "Exit code " + exitCode + "."));
    }
    return parts;
  }

  private static NotesPart answer(String title, List<Inline> answer, boolean right) {
    var content = new ArrayList<Inline>();
    content.add(new Inline.Strong(List.of(new Inline.Words(title))));
    content.add(new Inline.Words(" "));
    content.addAll(answer);
    content.add(new Inline.Words(right ? " \u2713 right" : " \u2717 not right"));
    return new NotesPart.Line("answer", content);
  }

  private String questionTitle(String id) {
    return notes.lesson().steps().stream()
        .flatMap(each -> each.questions().stream())
        .filter(question -> question.id().equals(id))
        .map(Question::title)
        .findFirst()
        .orElse("A question");
  }

  private String quizTitle(String id) {
    return quizzes(id).map(Quiz::title).findFirst().orElse("A quiz");
  }

  private List<Inline> chosen(String id, Set<Integer> choices) {
    var content = new ArrayList<Inline>();
    quizzes(id)
        .flatMap(quiz -> choices.stream().sorted().map(number -> choice(quiz, number)))
        .forEach(choice -> {
          if (!content.isEmpty()) {
            content.add(new Inline.Words("; "));
          }
          content.addAll(choice);
        });
    return content;
  }

  private static List<Inline> choice(Quiz quiz, int number) {
    return number >= 1 && number <= quiz.choices().size()
        ? quiz.choices().get(number - 1).content()
        : List.of(new Inline.Words(Integer.toString(number)));
  }

  private Stream<Quiz> quizzes(String id) {
    return notes.lesson().steps().stream()
        .flatMap(each -> each.quizzes().stream())
        .filter(quiz -> quiz.id().equals(id));
  }
}
