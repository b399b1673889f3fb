package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.Deed;
import dev.deckhand.session.StepOutcome;
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
    List<Deed> deeds =
        List.of(
            new Deed.Drew(List.of(2, 1)),
            new Deed.Began(1),
            new Deed.Resumed(1, true),
            new Deed.Typed(1, "echo {\"at\":\"x\"}"),
            new Deed.Ran(1, "echo \"a\nb\"", 2, "\u2603 out"),
            new Deed.Held(1, "1.1"),
            new Deed.FellShort(1, List.of("1.1", "1.2")),
            new Deed.Broke(1, "1.3"),
            new Deed.Remarked(1, "ask"),
            new Deed.Answered(1, "1.q1", "3", true),
            new Deed.Chose(1, "1.z1", Set.of(2), false),
            new Deed.TookHint(1, 2),
            new Deed.SawSolution(1),
            new Deed.WasReset(1),
            new Deed.Played(1),
            new Deed.Passed(1, StepOutcome.SKIPPED),
            new Deed.Finished(),
            new Deed.Left(1));
    Journal journal = journal();
    for (Deed deed : deeds) {
      journal.append("s1", LESSON, deed);
    }
    assertThat(journal().entries()).extracting(Entry::deed).isEqualTo(deeds);
    assertThat(journal().entries(LESSON)).extracting(Entry::deed).isEqualTo(deeds);
    assertThat(journal().outline())
        .extracting(Entry::deed)
        .as("all but what commands wrote")
        .isEqualTo(
            deeds.stream()
                .map(deed ->
                    deed instanceof Deed.Ran ran
                        ? new Deed.Ran(ran.step(), ran.command(), ran.exitCode(), "")
                        : deed)
                .toList());
    assertThat(deeds).hasSize(Deed.class.getPermittedSubclasses().length);
  }

  @Test
  void aLineThatAKilledProcessLeftHalfWrittenCostsNothingElse() throws IOException {
    Journal journal = journal();
    journal.append("s1", LESSON, new Deed.Began(1));
    Files.writeString(file(), "{\"at\":\"2026-01-0", StandardOpenOption.APPEND);
    journal.append("s2", LESSON, new Deed.Passed(1, StepOutcome.DONE));
    assertThat(journal.entries())
        .extracting(Entry::deed)
        .containsExactly(new Deed.Began(1), new Deed.Passed(1, StepOutcome.DONE));
  }

  @Test
  void whatAnotherShellWroteBehindHalfALineIsNotLost() throws IOException {
    journal().append("s1", LESSON, new Deed.Began(1));
    String whole = Files.readString(file());
    Files.writeString(
        file(), whole.substring(0, whole.length() / 2) + whole, StandardOpenOption.APPEND);
    assertThat(journal().entries()).hasSize(2);
    assertThat(journal().entries(LESSON)).hasSize(2);
  }

  @Test
  void aLineOfANewerVersionIsPassedOver() throws IOException {
    Journal journal = journal();
    journal.append("s1", LESSON, new Deed.Began(1));
    String known = Files.readString(file());
    Files.writeString(
        file(),
        known.replace("Began", "Juggled") + known.replace("\"step\"", "\"new\":[1],\"step\""),
        StandardOpenOption.APPEND);
    assertThat(journal.entries(LESSON))
        .extracting(Entry::deed)
        .containsExactly(new Deed.Began(1), new Deed.Began(1));
  }

  @Test
  void oneLessonIsReadWithoutTheOthersAndWhatIsAddedIsSeen() throws IOException {
    LessonId other = LessonId.of("kubernetes/other");
    Journal reader = journal();
    Journal writer = journal();
    for (int i = 1; i <= 50; i++) {
      writer.append("s1", i % 2 == 0 ? LESSON : other, new Deed.Remarked(i, "x".repeat(9000)));
      assertThat(reader.entries(LESSON)).hasSize(i / 2);
    }
    // a journal that was put in its place is read anew
    Files.delete(file());
    writer.append("s1", LESSON, new Deed.Began(1));
    assertThat(reader.entries(LESSON)).hasSize(1);
    assertThat(reader.entries(other)).isEmpty();
  }

  @Test
  void rubbishInTheFileIsPassedOver() throws IOException {
    Files.write(file(), new byte[] {0, (byte) 0xff, '\n', '{', '}', '\n', '[', '1', ']', '\n'});
    Journal journal = journal();
    journal.append("s1", LESSON, new Deed.Began(1));
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
                      own.append("s" + writer, LESSON, new Deed.Remarked(1, "x".repeat(i)));
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
    Progress progress =
        progress(
            new Deed.Began(1),
            new Deed.Passed(1, StepOutcome.DONE),
            new Deed.Began(2),
            new Deed.Ran(2, "ls", 0, ""));
    assertThat(progress.resumeAt(5)).isEqualTo(2);
    assertThat(progress.carried(5)).isEqualTo(Map.of(1, StepOutcome.DONE));
  }

  @Test
  void aFinishedLessonStartsOver() {
    Progress progress =
        progress(new Deed.Began(1), new Deed.Passed(1, StepOutcome.DONE), new Deed.Finished());
    assertThat(progress.finished()).isTrue();
    assertThat(progress.resumeAt(1)).isEqualTo(1);
    assertThat(progress.carried(1)).isEmpty();
  }

  @Test
  void aLessonThatGotShorterIsStillResumedInside() {
    Progress progress =
        progress(
            new Deed.Began(1),
            new Deed.Passed(1, StepOutcome.DONE),
            new Deed.Passed(2, StepOutcome.DONE),
            new Deed.Passed(3, StepOutcome.DONE));
    assertThat(progress.resumeAt(2)).isEqualTo(2);
  }

  private static Progress progress(Deed... deeds) {
    return Progress.of(
        java.util.Arrays.stream(deeds)
            .map(deed -> new Entry(java.time.Instant.EPOCH, "s", LESSON, deed))
            .toList());
  }

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  private Journal journal() {
    return new Journal(file(), Clock.systemUTC());
  }
}
