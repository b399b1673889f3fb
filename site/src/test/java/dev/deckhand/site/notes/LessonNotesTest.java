package dev.deckhand.site.notes;

import static dev.deckhand.site.NotesFixtures.AT;
import static dev.deckhand.site.NotesFixtures.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.site.NotesFixtures;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonNotesTest {

  @Test
  void aBookWithoutEntriesIsAPageAllTheSame() {
    assertThat(adoc(NotesFixtures.of()))
        .isEqualTo(
            """
            = Deployments&#58; say how many, and change your mind safely
            :lang: en

            [.summary]
            {empty}Notes by Ada. 0 of 2 steps done, 0 commands, 0 hints.

            """);
  }

  @Test
  void theDayIsTheLearnersOwn() {
    assertThat(adoc(NotesFixtures.of(new LessonNotes.Event(new JournalEvent.StepBegan(1), AT))))
        .contains("Ada, 2 March 2026.");
  }

  @Test
  void commandsStandWithWhatTheyWrote() {
    assertThat(
            adoc(
                NotesFixtures.of(
                    new LessonNotes.Event(new JournalEvent.StepBegan(1), AT),
                    typed("echo hi", 0, "hi\n"))))
        .contains(
            """
            [literal%unbreakable,subs=specialchars,indent=0,role=command]
            ....
             $ echo hi
            ....

            [literal%unbreakable,subs=specialchars,indent=0,role=output]
            ....
             hi
            ....
            """);
  }

  @Test
  void failuresKeepTheirExitCodeEvenWithoutOutput() {
    assertThat(adoc(NotesFixtures.of(typed("false", 1, ""))))
        .contains("Before the first step")
        .contains("Exit code 1.");
  }

  @Test
  void longOutputIsShortened() {
    var output =
        IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    assertThat(adoc(NotesFixtures.of(typed("cat a", 0, output))))
        .contains(" line 15\n [... 80 lines left out ...]\n line 96\n")
        .doesNotContain("line 16\n");
  }

  @Test
  void aStepTakenUpAgainGoesOnWhereItStopped() {
    var adoc =
        adoc(
            NotesFixtures.of(
                new LessonNotes.Event(new JournalEvent.StepBegan(1), AT),
                typed("a", 0, ""),
                new LessonNotes.Event(new JournalEvent.StepBegan(2), AT),
                new LessonNotes.Event(new JournalEvent.StepBegan(1), AT),
                typed("b", 0, "")));
    assertThat(adoc).containsOnlyOnce("== 1. Write the note");
    assertThat(adoc.indexOf("$ b")).isLessThan(adoc.indexOf("== 2. Break it"));
  }

  @Test
  void answersSayWhatWasAskedAndChosen() {
    var adoc =
        adoc(
            NotesFixtures.of(
                new LessonNotes.Event(new JournalEvent.StepBegan(2), AT),
                new LessonNotes.Event(
                    new JournalEvent.QuizAnswered(1, "2.q1", Set.of(1), false), AT),
                new LessonNotes.Event(
                    new JournalEvent.QuizAnswered(1, "2.q1", Set.of(2), true), AT),
                new LessonNotes.Event(new JournalEvent.QuestionAnswered(1, "2.a1", "3", true), AT),
                new LessonNotes.Event(
                    new JournalEvent.QuizAnswered(1, "no such quiz", Set.of(7), false), AT)));
    assertThat(adoc)
        .contains("**Who started the new Pod?** The kubelet \u2717 not right")
        .contains("**Who started the new Pod?** The ReplicaSet controller \u2713 right")
        .contains("**Which revision is it now?** ``3`` \u2713 right")
        .contains("**A quiz**");
  }

  @Test
  void theDebriefComesOnceTheStepIsDone() {
    var begun = new LessonNotes.Event(new JournalEvent.StepBegan(1), AT);
    assertThat(adoc(NotesFixtures.of(begun))).doesNotContain("Four objects");
    assertThat(
            adoc(
                NotesFixtures.of(
                    begun,
                    new LessonNotes.Event(new JournalEvent.StepPassed(1, StepOutcome.DONE), AT),
                    new LessonNotes.Event(new JournalEvent.LessonFinished(), AT))))
        .contains("Four objects, not three.")
        .contains("1 of 2 steps done")
        .contains("Finished.");
  }

  private static String adoc(LessonNotes notes) {
    return new NotesComposer(ZoneId.of("Europe/Berlin")).of(notes).adoc();
  }
}
