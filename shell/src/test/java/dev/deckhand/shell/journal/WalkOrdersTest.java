package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.session.Deed;
import dev.deckhand.session.StepOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkOrdersTest {

  private static final LessonId LESSON = LessonId.of("a/b");

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void withoutADrawNothingIsRenumbered() {
    write("s1", new Deed.Began(2));
    var orders = WalkOrders.of(entries);
    assertThat(orders.last()).isEmpty();
    assertThat(orders.since()).isEqualTo(Instant.EPOCH);
    assertThat(orders.numberedBy(new StepOrder(List.of(2, 1)))).isEqualTo(entries);
  }

  @Test
  void eachWalkIsCountedByItsOwnOrder() {
    write("s1", new Deed.Drew(List.of(3, 1, 2)));
    write("s1", new Deed.Began(1));
    write("s2", new Deed.TookHint(1, 1));
    write("s3", new Deed.Drew(List.of(2, 3, 1)));
    write("s3", new Deed.Remarked(1, "x"));
    write("s1", new Deed.Left(1));
    write("s4", new Deed.Left(3));
    write("s4", new Deed.Finished());
    var orders = WalkOrders.of(entries);

    assertThat(orders.last()).contains(new StepOrder(List.of(2, 3, 1)));
    assertThat(orders.since()).isEqualTo(entries.get(3).at());
    assertThat(deeds(orders.numberedBy(WalkOrders.AS_WRITTEN)))
        .containsExactly(
            new Deed.Drew(List.of(3, 1, 2)),
            new Deed.Began(3),
            new Deed.TookHint(3, 1),
            new Deed.Drew(List.of(2, 3, 1)),
            new Deed.Remarked(2, "x"),
            new Deed.Left(3),
            new Deed.Left(1),
            new Deed.Finished());
    assertThat(deeds(orders.numberedBy(new StepOrder(List.of(2, 3, 1)))))
        .contains(new Deed.Began(2), new Deed.Remarked(1, "x"), new Deed.Left(3));
  }

  @Test
  void whatWasHardIsToldOfTheStepOfTheFile() {
    write("s1", new Deed.Drew(List.of(2, 1)));
    write("s1", new Deed.Began(1));
    write("s1", new Deed.TookHint(1, 1));
    write("s1", new Deed.Passed(1, StepOutcome.DONE));
    LessonStory story = Stories.of(entries).get(LESSON);
    assertThat(story).isNotNull();
    assertThat(story.steps().get(2)).extracting(StepStory::hints).isEqualTo(1);
    assertThat(story.progress().outcomes()).isEqualTo(Map.of(1, StepOutcome.DONE));
  }

  private static List<Deed> deeds(List<Entry> entries) {
    return entries.stream().map(Entry::deed).toList();
  }

  private void write(String session, Deed deed) {
    entries.add(new Entry(Instant.ofEpochSecond(1000 + entries.size()), session, LESSON, deed));
  }
}
