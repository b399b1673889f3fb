package dev.deckhand.session;

import static dev.deckhand.session.SessionDriver.check;
import static dev.deckhand.session.SessionDriver.lesson;
import static dev.deckhand.session.SessionDriver.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a session does while its lab can't be had. */
class WithoutLabTest {

  private final SessionDriver sessionDriver =
      new SessionDriver(
          lesson(
              step(1, List.of(check("1.1", 2)), List.of()),
              step(2, List.of(check("2.1", 3)), List.of())));

  @Test
  void withoutALabALessonCanBeReadToItsEnd() {
    sessionDriver.send(new Message.LabUnavailable("No engine.", "Install one.", Instant.EPOCH));
    sessionDriver.type("next").type("next");
    assertThat(sessionDriver.effects(Effect.EndSession.class))
        .containsExactly(new Effect.EndSession(Effect.EndReason.FINISHED_WITH_SKIPS));
    assertThat(sessionDriver.session.outcomes())
        .containsExactlyInAnyOrderEntriesOf(Map.of(1, StepOutcome.READ, 2, StepOutcome.READ));
  }

  @Test
  void withoutALabJavaAndTheEditorRunButNothingOfTheShell() {
    sessionDriver.send(new Message.LabUnavailable("No engine.", "Install one.", Instant.EPOCH));
    sessionDriver.type("java\n6 * 7\n/exit");
    assertThat(sessionDriver.effects(Effect.RunWithoutLab.class))
        .containsExactly(new Effect.RunWithoutLab(new SessionCommand.Java("6 * 7")));
    sessionDriver.send(
        new Message.CommandFinished(
            new SessionCommand.Java("6 * 7"), 0, "42", false, Instant.EPOCH));
    assertThat(sessionDriver.session.phase().isBusy()).isFalse();

    sessionDriver.type("edit notes.txt");
    assertThat(sessionDriver.effects(Effect.RunWithoutLab.class))
        .containsExactly(new Effect.RunWithoutLab(new SessionCommand.Edit("notes.txt")));
    sessionDriver.send(
        new Message.CommandFinished(
            new SessionCommand.Edit("notes.txt"), 0, "", false, Instant.EPOCH));

    sessionDriver.type("docker ps");
    assertThat(sessionDriver.effects(Effect.RunWithoutLab.class)).isEmpty();
    assertThat(sessionDriver.effects(Effect.RunCommand.class)).isEmpty();
    assertThat(sessionDriver.session.phase()).isInstanceOf(Phase.WithoutLab.class);
  }

  @Test
  void aLabThatLacksWhatTheLessonNeedsSaysSoAndOffersTheReading() {
    var lesson = lesson(step(1, List.of(check("1.1", 2)), List.of()));
    var needs =
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(Ability.INGRESS), "default");
    var lacking =
        new SessionDriver(
            new Lesson(
                lesson.id(),
                lesson.title(),
                needs,
                LessonMetadata.NONE,
                List.of(),
                lesson.steps(),
                "test.adoc"));
    lacking.effects();
    lacking.send(new Message.LabReady(Set.of(Ability.DNS), Instant.EPOCH));
    assertThat(lacking.displays())
        .satisfiesExactly(
            display -> assertThat(((Display.LabUnavailable) display).reason()).contains("ingress"),
            display ->
                assertThat(display)
                    .isEqualTo(new Display.Notice(Display.NoticeKind.WITHOUT_LAB, "")));
    lacking.type("next");
    assertThat(lacking.session.outcomes()).containsEntry(1, StepOutcome.READ);
  }
}
