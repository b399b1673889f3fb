package dev.deckhand.shell.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.cli.common.StubLibrary;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextLessonTest {

  @TempDir private Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    journal =
        new FileJournal(
            folder.resolve("journal.jsonl"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  @Test
  void isTheFirstForSomebodyNew() throws IOException {
    assertThat(next()).isEqualTo("course/one");
  }

  @Test
  void isTheOneThatWasLeftOpen() throws IOException {
    write("course/two", new JournalEvent.StepBegan(1));
    assertThat(next()).isEqualTo("course/two");
  }

  @Test
  void isTheFirstUnfinishedOneAfterAnEnding() throws IOException {
    finish("course/one");
    assertThat(next()).isEqualTo("course/two");
  }

  @Test
  void goesBackToAGapAfterALaterEnding() throws IOException {
    finish("course/two");
    assertThat(next()).isEqualTo("course/one");
  }

  @Test
  void isTheFirstAgainWhenAllIsDone() throws IOException {
    finish("course/one");
    finish("course/two");
    finish("course/three");
    assertThat(next()).isEqualTo("course/one");
  }

  @Test
  void passesOverALessonThatIsNoMore() throws IOException {
    write("course/gone", new JournalEvent.StepBegan(1));
    assertThat(next()).isEqualTo("course/one");
  }

  private String next() throws IOException {
    var stubLibrary = StubLibrary.of("course/one", "course/two", "course/three");
    return new NextLesson(journal, stubLibrary).find().toString();
  }

  private void finish(String lesson) throws IOException {
    write(lesson, new JournalEvent.StepBegan(1));
    write(lesson, new JournalEvent.StepPassed(1, StepOutcome.DONE));
    write(lesson, new JournalEvent.LessonFinished());
  }

  private void write(String lesson, JournalEvent event) throws IOException {
    journal.append("session", LessonId.of(lesson), event);
  }
}
