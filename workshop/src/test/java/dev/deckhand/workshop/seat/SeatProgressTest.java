package dev.deckhand.workshop.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.workshop.room.SeatActivity.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatProgressTest {

  private static final Lesson LESSON =
      PackLibrary.builtIn().lesson(new LessonId("kubernetes", "anatomy")).orElseThrow();

  private static final Check CHECK = LESSON.steps().getFirst().checks().getFirst();

  private final Update update = new Update(new Judge(new CelEvaluator()));
  private Instant now = Instant.parse("2026-01-01T10:00:00Z");
  private Session session = Session.startingAt(LESSON, 1, Map.of());

  private final SeatProgress progress =
      new SeatProgress(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          },
          Duration.ofMinutes(2));

  @BeforeEach
  void openStep() {
    send(new Message.LabReady(Set.of(), now));
    send(new Message.StepPrepared(1, Map.of(), List.of(), now));
  }

  private void send(Message message) {
    session = update.update(session, message).session();
    progress.sessionChanged(session);
  }

  /** The node that the first check looks at has a label. */
  private void labelled(String value) {
    DataNode node =
        DataNode.of(
            Map.of(
                "apiVersion", "v1",
                "kind", "Node",
                "metadata", Map.of("name", "deckhand", "labels", Map.of("deck", value))));
    send(
        new Message.SubjectObserved(
            CHECK.expectations().getFirst().subject(),
            new Observation.Snapshot(List.of(node)),
            now));
  }

  @Test
  void whoHasJustBegunIsNotStuck() {
    labelled("none");
    assertThat(progress.activity().state()).isEqualTo(State.WORKING);
    assertThat(progress.activity().stuck()).isEmpty();
  }

  @Test
  void whoDoesNotPassACheckForLongIsStuckOnItWithItsLastVerdict() {
    Instant begun = now;
    labelled("none");
    now = now.plusSeconds(90);
    labelled("uper");
    assertThat(progress.activity().stuck()).isEmpty();
    now = now.plusSeconds(30);
    assertThat(progress.activity().stuck())
        .hasValueSatisfying(stuck -> {
          assertThat(stuck.since()).isEqualTo(begun);
          assertThat(stuck.verdict()).contains("uper").doesNotContain("none");
        });
  }

  @Test
  void whoPassesIsNotStuckOnThatCheck() {
    labelled("none");
    now = now.plusSeconds(300);
    assertThat(progress.activity().stuck()).isPresent();
    labelled("upper");
    assertThat(progress.activity().stuck()).isEmpty();
  }
}
