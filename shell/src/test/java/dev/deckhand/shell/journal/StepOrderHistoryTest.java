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
    write("s1", new JournalEvent.Began(2));
    var orders = StepOrderHistory.of(entries);
    assertThat(orders.latest()).isEmpty();
    assertThat(orders.drawnAt()).isEqualTo(Instant.EPOCH);
    assertThat(orders.renumbered(new StepOrder(List.of(2, 1)))).isEqualTo(entries);
  }

  @Test
  void eachWalkIsCountedByItsOwnOrder() {
    write("s1", new JournalEvent.Drew(List.of(3, 1, 2)));
    write("s1", new JournalEvent.Began(1));
    write("s2", new JournalEvent.TookHint(1, 1));
    write("s3", new JournalEvent.Drew(List.of(2, 3, 1)));
    write("s3", new JournalEvent.Remarked(1, "x"));
    write("s1", new JournalEvent.Left(1));
    write("s4", new JournalEvent.Left(3));
    write("s4", new JournalEvent.Finished());
    var orders = StepOrderHistory.of(entries);

    assertThat(orders.latest()).contains(new StepOrder(List.of(2, 3, 1)));
    assertThat(orders.drawnAt()).isEqualTo(entries.get(3).at());
    assertThat(deeds(orders.renumbered(StepOrderHistory.AS_WRITTEN)))
        .containsExactly(
            new JournalEvent.Drew(List.of(3, 1, 2)),
            new JournalEvent.Began(3),
            new JournalEvent.TookHint(3, 1),
            new JournalEvent.Drew(List.of(2, 3, 1)),
            new JournalEvent.Remarked(2, "x"),
            new JournalEvent.Left(3),
            new JournalEvent.Left(1),
            new JournalEvent.Finished());
    assertThat(deeds(orders.renumbered(new StepOrder(List.of(2, 3, 1)))))
        .contains(
            new JournalEvent.Began(2), new JournalEvent.Remarked(1, "x"), new JournalEvent.Left(3));
  }

  @Test
  void whatWasHardIsToldOfTheStepOfTheFile() {
    write("s1", new JournalEvent.Drew(List.of(2, 1)));
    write("s1", new JournalEvent.Began(1));
    write("s1", new JournalEvent.TookHint(1, 1));
    write("s1", new JournalEvent.Passed(1, StepOutcome.DONE));
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
