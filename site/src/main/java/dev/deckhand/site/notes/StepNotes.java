package dev.deckhand.site.notes;

import dev.deckhand.check.Question;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.site.asciidoc.PictureRewriter;
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
    bySteps(notes.events()).forEach((step, events) -> parts.addAll(step(step, events)));
    return parts;
  }

  /** Entries of a resumed step are added to its earlier ones; 0 is before the first step. */
  private static Map<Integer, List<JournalEvent>> bySteps(List<LessonNotes.Event> events) {
    var steps = new LinkedHashMap<Integer, List<JournalEvent>>();
    int current = 0;
    for (LessonNotes.Event each : events) {
      if (each.event() instanceof JournalEvent.StepBegan(int step)) {
        current = step;
      }
      steps.computeIfAbsent(current, _ -> new ArrayList<>()).add(each.event());
    }
    return steps;
  }

  private List<NotesPart> step(int number, List<JournalEvent> events) {
    List<NotesPart> content =
        events.stream().flatMap(event -> parts(event, number).stream()).toList();
    if (number == 0 && content.isEmpty()) {
      return List.of();
    }
    var step = notes.lesson().steps().stream().filter(s -> s.number() == number).findFirst();
    var parts = new ArrayList<NotesPart>();
    parts.add(
        new NotesPart.Section(
            level,
            anchor + number,
            step.map(s -> number + ". " + s.title()).orElse("Before the first step")));
    parts.addAll(content);
    if (events.stream().anyMatch(StepNotes::isDone)) {
      String course = notes.lesson().id().course();
      step.map(Step::debrief)
          .filter(blocks -> !blocks.isEmpty())
          .map(blocks -> new NotesPart.Debrief(PictureRewriter.withCoursePaths(course, blocks)))
          .ifPresent(parts::add);
    }
    return parts;
  }

  /** Returns nothing for an entry that isn't shown. */
  private List<NotesPart> parts(JournalEvent event, int step) {
    return switch (event) {
      case JournalEvent.CommandFinished(var _, var command, var exitCode, var output) ->
          command(command, exitCode, output);
      case JournalEvent.NoteAdded(var _, var text) ->
          List.of(
              new NotesPart.LearnerWords(
                  OutputExcerpt.TYPED.of(text).stream()
                      .filter(line -> !line.isBlank())
                      .map(LinkedText::of)
                      .toList()));
      case JournalEvent.QuestionAnswered(var _, var id, var text, var right) ->
          List.of(
              answer(
                  questionTitle(id),
                  List.of(new Inline.Code(String.join(" ", OutputExcerpt.TYPED.of(text)))),
                  right));
      case JournalEvent.QuizAnswered(var _, var id, var choices, var right) ->
          List.of(answer(quizTitle(id), chosen(id, choices), right));
      case JournalEvent.HintGiven(var _, var number) ->
          List.of(new NotesPart.Line("mark", "Hint " + number + " taken."));
      case JournalEvent.StepPassed passed when passed.step() == step ->
          List.of(
              isDone(passed)
                  ? new NotesPart.Line("mark done", "\u2713 Done.")
                  : new NotesPart.Line("mark", "Skipped."));
      case JournalEvent.StepPassed _,
          JournalEvent.SeedDrawn _,
          JournalEvent.StepOrderDrawn _,
          JournalEvent.StepBegan _,
          JournalEvent.SessionResumed _,
          JournalEvent.CommandTyped _,
          JournalEvent.CheckPassed _,
          JournalEvent.ChecksFailed _,
          JournalEvent.InvariantBroken _,
          JournalEvent.SolutionShown _,
          JournalEvent.StepReset _,
          JournalEvent.SandboxEntered _,
          JournalEvent.SandboxLeft _,
          JournalEvent.LessonFinished _,
          JournalEvent.SessionLeft _ ->
          List.of();
    };
  }

  /** Whether a step was done, rather than skipped or read. */
  static boolean isDone(JournalEvent event) {
    return event instanceof JournalEvent.StepPassed(int _, StepOutcome outcome)
        && outcome == StepOutcome.DONE;
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
