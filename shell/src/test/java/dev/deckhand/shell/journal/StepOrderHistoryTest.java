package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepOrderHistoryTest {

  private static final LessonId LESSON = LessonId.of("a/b");

  private final List<JournalEntry> entries = new ArrayList<>();

  @Test
  void withoutADrawNothingIsRenumbered() {
    write("s1", new JournalEvent.StepBegan(2));
    var orders = StepOrderHistory.of(entries);
    assertThat(orders.latest()).isEmpty();
    assertThat(orders.drawnAt()).isEqualTo(Instant.EPOCH);
    assertThat(orders.renumbered(new StepOrder(List.of(2, 1)))).isEqualTo(entries);
  }

  @Test
  void eachWalkIsCountedByItsOwnOrder() {
    write("s1", new JournalEvent.StepOrderDrawn(List.of(3, 1, 2)));
    write("s1", new JournalEvent.StepBegan(1));
    write("s2", new JournalEvent.HintGiven(1, 1));
    write("s3", new JournalEvent.StepOrderDrawn(List.of(2, 3, 1)));
    write("s3", new JournalEvent.NoteAdded(1, "x"));
    write("s1", new JournalEvent.SessionLeft(1));
    write("s4", new JournalEvent.SessionLeft(3));
    write("s4", new JournalEvent.LessonFinished());
    var orders = StepOrderHistory.of(entries);

    assertThat(orders.latest()).contains(new StepOrder(List.of(2, 3, 1)));
    assertThat(orders.drawnAt()).isEqualTo(entries.get(3).at());
    assertThat(deeds(orders.renumbered(StepOrderHistory.AS_WRITTEN)))
        .containsExactly(
            new JournalEvent.StepOrderDrawn(List.of(3, 1, 2)),
            new JournalEvent.StepBegan(3),
            new JournalEvent.HintGiven(3, 1),
            new JournalEvent.StepOrderDrawn(List.of(2, 3, 1)),
            new JournalEvent.NoteAdded(2, "x"),
            new JournalEvent.SessionLeft(3),
            new JournalEvent.SessionLeft(1),
            new JournalEvent.LessonFinished());
    assertThat(deeds(orders.renumbered(new StepOrder(List.of(2, 3, 1)))))
        .contains(
            new JournalEvent.StepBegan(2),
            new JournalEvent.NoteAdded(1, "x"),
            new JournalEvent.SessionLeft(3));
  }

  @Test
  void whatWasHardIsToldOfTheStepOfTheFile() {
    write("s1", new JournalEvent.StepOrderDrawn(List.of(2, 1)));
    write("s1", new JournalEvent.StepBegan(1));
    write("s1", new JournalEvent.HintGiven(1, 1));
    write("s1", new JournalEvent.StepPassed(1, StepOutcome.DONE));
    LessonStatistics story = LearningStatistics.of(entries).get(LESSON);
    assertThat(story).isNotNull();
    assertThat(story.steps().get(2)).extracting(StepStatistics::hints).isEqualTo(1);
    assertThat(story.progress().outcomes()).isEqualTo(Map.of(1, StepOutcome.DONE));
  }

  private static List<JournalEvent> deeds(List<JournalEntry> entries) {
    return entries.stream().map(JournalEntry::event).toList();
  }

  private void write(String session, JournalEvent event) {
    entries.add(
        new JournalEntry(Instant.ofEpochSecond(1000 + entries.size()), session, LESSON, event));
  }
}
