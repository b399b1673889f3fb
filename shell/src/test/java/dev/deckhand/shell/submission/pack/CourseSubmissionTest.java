package dev.deckhand.shell.submission.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.SubmissionResult;
import dev.deckhand.shell.submission.SubmissionWriter;
import dev.deckhand.shell.submission.SubmittedEntry;
import dev.deckhand.shell.submission.SubmittedScript;
import dev.deckhand.shell.submission.SubmittedWork;
import dev.deckhand.shell.submission.archive.CollectedFiles;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A learner types each solution of each lesson that there is, submits it, and the grader gets what
 * was typed.
 */
class CourseSubmissionTest {

  @Test
  void theSolutionsOfAllLessonsComeOutAtTheGrader() {
    CourseLibrary library = PackLibrary.builtIn();
    int compared = 0;
    for (LessonCard card : library.lessons()) {
      Lesson lesson = library.lesson(card.id()).orElseThrow();
      for (int variant = 0; variant < 3; variant++) {
        compared += compare(lesson, variant);
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static int compare(Lesson lesson, int variant) {
    var journal = new ArrayList<JournalEntry>();
    var expected = new TreeMap<Integer, List<SubmittedEntry>>();
    for (Step step : lesson.steps()) {
      add(journal, lesson, new JournalEvent.StepBegan(step.number()));
      List<SubmittedEntry> entries = new ArrayList<>();
      List<Script> scripts = step.scripts().solutions();
      if (!scripts.isEmpty()) {
        for (String entry : scripts.get(variant % scripts.size()).entries()) {
          type(journal, lesson, step, entry, entries);
        }
      }
      add(journal, lesson, new JournalEvent.StepPassed(step.number(), StepOutcome.DONE));
      if (!entries.isEmpty()) {
        expected.put(step.number(), entries);
      }
    }
    PackedLesson packed =
        new SubmissionPacker(lesson, "", "")
            .pack("anna", journal, new CollectedFiles(new TreeMap<>(), List.of()));
    byte[] zip = SubmissionWriter.pack(packed.submission());
    var read = new SubmissionReader(SubmissionLimits.DEFAULT).read("anna.zip", zip);
    assertThat(read).as(lesson.id().toString()).isInstanceOf(SubmissionResult.Accepted.class);
    var work = SubmittedWork.of(((SubmissionResult.Accepted) read).submission(), lesson);
    assertThat(packed.remarks()).as(lesson.id().toString()).isEmpty();
    assertThat(work.script())
        .as(lesson.id().toString())
        .isEqualTo(new SubmittedScript.BySteps(expected));
    return expected.values().stream().mapToInt(List::size).sum();
  }

  private static void type(
      List<JournalEntry> journal,
      Lesson lesson,
      Step step,
      String text,
      List<SubmittedEntry> expected) {
    int number = step.number();
    LearnerInput input = LearnerInputParser.parse(text);
    if (input instanceof LearnerInput.RunCommand(SessionCommand.LabCommand command)) {
      String written = CommandFormat.write(command);
      add(journal, lesson, new JournalEvent.CommandTyped(number, written));
      add(journal, lesson, new JournalEvent.CommandFinished(number, written, 0, ""));
      expected.add(new SubmittedEntry.Command(text, command));
    } else if (input instanceof LearnerInput.Answer(int question, String answer)) {
      int place = Math.max(question, 1);
      String id = step.questions().get(place - 1).id();
      add(journal, lesson, new JournalEvent.QuestionAnswered(number, id, answer, true));
      expected.add(new SubmittedEntry.Answer("answer " + place + ": " + answer, id, answer));
    } else if (input instanceof LearnerInput.Choose(int quiz, var numbers)) {
      int place = Math.max(quiz, 1);
      String id = step.quizzes().get(place - 1).id();
      add(journal, lesson, new JournalEvent.QuizAnswered(number, id, numbers, true));
      String list = String.join(",", numbers.stream().sorted().map(String::valueOf).toList());
      expected.add(new SubmittedEntry.Choice("choose " + place + ": " + list, id, numbers));
    }
  }

  private static void add(List<JournalEntry> journal, Lesson lesson, JournalEvent event) {
    journal.add(new JournalEntry(Instant.ofEpochSecond(journal.size()), "s", lesson.id(), event));
  }
}
