package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final LessonId LESSON = LessonId.of("kubernetes/pods");

  @TempDir Path folder;

  @Test
  void everyKindOfDeedComesBackAsItWasWritten() throws IOException {
    List<JournalEvent> events =
        List.of(
            new JournalEvent.SeedDrawn(999_999_999),
            new JournalEvent.StepOrderDrawn(List.of(2, 1)),
            new JournalEvent.StepBegan(1),
            new JournalEvent.SessionResumed(1, true),
            new JournalEvent.CommandTyped(1, "echo {\"at\":\"x\"}"),
            new JournalEvent.CommandFinished(1, "echo \"a\nb\"", 2, "\u2603 out"),
            new JournalEvent.CheckPassed(1, "1.1"),
            new JournalEvent.ChecksFailed(1, List.of("1.1", "1.2")),
            new JournalEvent.InvariantBroken(1, "1.3"),
            new JournalEvent.NoteAdded(1, "ask"),
            new JournalEvent.QuestionAnswered(1, "1.q1", "3", true),
            new JournalEvent.QuizAnswered(1, "1.z1", Set.of(2), false),
            new JournalEvent.HintGiven(1, 2),
            new JournalEvent.SolutionShown(1),
            new JournalEvent.StepReset(1),
            new JournalEvent.SandboxEntered(1),
            new JournalEvent.SandboxLeft(1),
            new JournalEvent.StepPassed(1, StepOutcome.SKIPPED),
            new JournalEvent.LessonFinished(),
            new JournalEvent.SessionLeft(1));
    Journal journal = journal();
    for (JournalEvent event : events) {
      journal.append("s1", LESSON, event);
    }
    assertThat(journal().entries()).extracting(JournalEntry::event).isEqualTo(events);
    assertThat(journal().entries(LESSON)).extracting(JournalEntry::event).isEqualTo(events);
    assertThat(journal().outline())
        .extracting(JournalEntry::event)
        .as("all but what commands wrote")
        .isEqualTo(
            events.stream()
                .map(event ->
                    event instanceof JournalEvent.CommandFinished ran
                        ? new JournalEvent.CommandFinished(
                            ran.step(), ran.command(), ran.exitCode(), "")
                        : event)
                .toList());
    assertThat(events).hasSize(JournalEvent.class.getPermittedSubclasses().length);
  }

  @Test
  void aLineThatAKilledProcessLeftHalfWrittenCostsNothingElse() throws IOException {
    Journal journal = journal();
    journal.append("s1", LESSON, new JournalEvent.StepBegan(1));
    Files.writeString(file(), "{\"at\":\"2026-01-0", StandardOpenOption.APPEND);
    journal.append("s2", LESSON, new JournalEvent.StepPassed(1, StepOutcome.DONE));
    assertThat(journal.entries())
        .extracting(JournalEntry::event)
        .containsExactly(
            new JournalEvent.StepBegan(1), new JournalEvent.StepPassed(1, StepOutcome.DONE));
  }

  @Test
  void whatAnotherShellWroteBehindHalfALineIsNotLost() throws IOException {
    journal().append("s1", LESSON, new JournalEvent.StepBegan(1));
    String whole = Files.readString(file());
    Files.writeString(
        file(), whole.substring(0, whole.length() / 2) + whole, StandardOpenOption.APPEND);
    assertThat(journal().entries()).hasSize(2);
    assertThat(journal().entries(LESSON)).hasSize(2);
  }

  @Test
  void aLineOfANewerVersionIsPassedOver() throws IOException {
    Journal journal = journal();
    journal.append("s1", LESSON, new JournalEvent.StepBegan(1));
    String known = Files.readString(file());
    Files.writeString(
        file(),
        known.replace("Began", "Juggled") + known.replace("\"step\"", "\"new\":[1],\"step\""),
        StandardOpenOption.APPEND);
    assertThat(journal.entries(LESSON))
        .extracting(JournalEntry::event)
        .containsExactly(new JournalEvent.StepBegan(1), new JournalEvent.StepBegan(1));
  }

  @Test
  void oneLessonIsReadWithoutTheOthersAndWhatIsAddedIsSeen() throws IOException {
    LessonId other = LessonId.of("kubernetes/other");
    Journal reader = journal();
    Journal writer = journal();
    for (int i = 1; i <= 50; i++) {
      writer.append(
          "s1", i % 2 == 0 ? LESSON : other, new JournalEvent.NoteAdded(i, "x".repeat(9000)));
      assertThat(reader.entries(LESSON)).hasSize(i / 2);
    }
    // a journal that was put in its place is read anew
    Files.delete(file());
    writer.append("s1", LESSON, new JournalEvent.StepBegan(1));
    assertThat(reader.entries(LESSON)).hasSize(1);
    assertThat(reader.entries(other)).isEmpty();
  }

  @Test
  void rubbishInTheFileIsPassedOver() throws IOException {
    Files.write(file(), new byte[] {0, (byte) 0xff, '\n', '{', '}', '\n', '[', '1', ']', '\n'});
    Journal journal = journal();
    journal.append("s1", LESSON, new JournalEvent.StepBegan(1));
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  void twoShellsWriteToOneJournalWithoutLoss() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      var writers =
          IntStream.range(0, 4)
              .mapToObj(writer ->
                  pool.submit(() -> {
                    Journal own = journal();
                    for (int i = 0; i < 25; i++) {
                      own.append(
                          "s" + writer, LESSON, new JournalEvent.NoteAdded(1, "x".repeat(i)));
                    }
                    return null;
                  }))
              .toList();
      for (var writer : writers) {
        writer.get();
      }
    }
    assertThat(journal().entries()).hasSize(100);
  }

  @Test
  void progressGoesOnAtTheFirstStepThatIsNotBehindTheLearner() {
    LessonProgress lessonProgress =
        progress(
            new JournalEvent.StepBegan(1),
            new JournalEvent.StepPassed(1, StepOutcome.DONE),
            new JournalEvent.StepBegan(2),
            new JournalEvent.CommandFinished(2, "ls", 0, ""));
    assertThat(lessonProgress.resumeStep(5)).isEqualTo(2);
    assertThat(lessonProgress.resumedOutcomes(5)).isEqualTo(Map.of(1, StepOutcome.DONE));
  }

  @Test
  void aFinishedLessonStartsOver() {
    LessonProgress lessonProgress =
        progress(
            new JournalEvent.StepBegan(1),
            new JournalEvent.StepPassed(1, StepOutcome.DONE),
            new JournalEvent.LessonFinished());
    assertThat(lessonProgress.finished()).isTrue();
    assertThat(lessonProgress.resumeStep(1)).isEqualTo(1);
    assertThat(lessonProgress.resumedOutcomes(1)).isEmpty();
  }

  @Test
  void aLessonThatGotShorterIsStillResumedInside() {
    LessonProgress lessonProgress =
        progress(
            new JournalEvent.StepBegan(1),
            new JournalEvent.StepPassed(1, StepOutcome.DONE),
            new JournalEvent.StepPassed(2, StepOutcome.DONE),
            new JournalEvent.StepPassed(3, StepOutcome.DONE));
    assertThat(lessonProgress.resumeStep(2)).isEqualTo(2);
  }

  private static LessonProgress progress(JournalEvent... deeds) {
    return LessonProgress.of(
        java.util.Arrays.stream(deeds)
            .map(event -> new JournalEntry(java.time.Instant.EPOCH, "s", LESSON, event))
            .toList());
  }

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  private Journal journal() {
    return new FileJournal(file(), Clock.systemUTC());
  }
}
