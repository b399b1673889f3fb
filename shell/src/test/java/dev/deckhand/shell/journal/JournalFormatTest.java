package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals last longer than versions: {@code journal-0.1.jsonl} was recorded by version 0.1. */
class JournalFormatTest {

  private static final List<JournalEvent> RECORDED =
      List.of(
          new JournalEvent.StepOrderDrawn(List.of(1, 3, 2)),
          new JournalEvent.StepBegan(1),
          new JournalEvent.CommandTyped(1, "docker run -d --name web nginx"),
          new JournalEvent.CommandFinished(1, "docker run -d --name web nginx", 0, "3f2a\n"),
          new JournalEvent.CheckPassed(1, "web-runs"),
          new JournalEvent.CommandTyped(1, "java\nint x = 1;\nx + 1\n/exit"),
          new JournalEvent.CommandFinished(1, "java\nint x = 1;\nx + 1\n/exit", 0, "$2 ==> 2\n"),
          new JournalEvent.CommandTyped(1, "edit my file.yaml"),
          new JournalEvent.CommandFinished(1, "edit my file.yaml", 0, ""),
          new JournalEvent.ChecksFailed(1, List.of("published", "named")),
          new JournalEvent.InvariantBroken(1, "never-removed"),
          new JournalEvent.NoteAdded(1, "Ask about \u201cvolumes\u201d \u4f60"),
          new JournalEvent.QuestionAnswered(1, "image", "nginx", true),
          new JournalEvent.QuizAnswered(1, "why", Set.of(2), false),
          new JournalEvent.HintGiven(1, 1),
          new JournalEvent.SolutionShown(1),
          new JournalEvent.StepReset(1),
          new JournalEvent.SandboxEntered(1),
          new JournalEvent.SandboxLeft(1),
          new JournalEvent.StepPassed(1, StepOutcome.SKIPPED),
          new JournalEvent.StepBegan(2),
          new JournalEvent.StepPassed(2, StepOutcome.DONE),
          new JournalEvent.SessionResumed(3, true),
          new JournalEvent.StepBegan(3),
          new JournalEvent.StepPassed(3, StepOutcome.READ),
          new JournalEvent.LessonFinished(),
          new JournalEvent.SessionLeft(3));

  /** Events that later versions added, as they are written. */
  private static final Map<JournalEvent, String> ADDED_LATER =
      Map.of(new JournalEvent.SeedDrawn(4711), "{\"deed\":\"Seeded\",\"seed\":4711}");

  @TempDir private Path folder;
  private Path old;

  @BeforeEach
  void copyTheRecording() throws IOException {
    old = folder.resolve("old.jsonl");
    try (var in = JournalFormatTest.class.getResourceAsStream("journal-0.1.jsonl")) {
      Files.copy(Objects.requireNonNull(in), old);
    }
  }

  @Test
  void journalOfVersion01IsRead() throws IOException {
    List<JournalEntry> entries = new FileJournal(old, Clock.systemUTC()).entries();

    assertThat(entries).extracting(JournalEntry::event).isEqualTo(RECORDED);
    assertThat(entries.getFirst().session()).isEqualTo("abcd2345");
    assertThat(entries.getFirst().lesson()).isEqualTo(LessonId.of("docker/first-container"));
    assertThat(entries.getFirst().at()).isEqualTo("2026-11-02T08:15:20.125Z");
  }

  @Test
  void newJournalsAreWrittenTheSameWay() throws IOException {
    Path written = folder.resolve("new.jsonl");
    var journal = new FileJournal(written, Clock.systemUTC());
    for (JournalEntry entry : new FileJournal(old, Clock.systemUTC()).entries()) {
      journal.append(entry);
    }

    assertThat(written).hasSameTextualContentAs(old);
  }

  @Test
  void laterEventsKeepTheirFormatToo() throws IOException {
    for (Map.Entry<JournalEvent, String> added : ADDED_LATER.entrySet()) {
      Path written = folder.resolve("added.jsonl");
      var journal = new FileJournal(written, Clock.systemUTC());
      journal.append("abcd2345", LessonId.of("docker/first-container"), added.getKey());
      assertThat(written).content().endsWith(",\"what\":" + added.getValue() + "}\n");
      assertThat(journal.entries()).extracting(JournalEntry::event).containsExactly(added.getKey());
      Files.delete(written);
    }
  }

  @Test
  void everyEventHasItsOwnName() {
    Map<Class<? extends JournalEvent>, String> names = JournalCodec.NAMES;

    assertThat(names.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(JournalEvent.class.getPermittedSubclasses())
                .<Class<? extends JournalEvent>>map(type -> type.asSubclass(JournalEvent.class))
                .toList());
    assertThat(names.values()).doesNotHaveDuplicates();
    assertThat(
            Stream.concat(RECORDED.stream(), ADDED_LATER.keySet().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet()))
        .as("there is a recorded event of each kind")
        .hasSameSizeAs(names.keySet());
  }
}
