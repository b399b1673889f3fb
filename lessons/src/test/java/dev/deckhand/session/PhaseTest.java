package dev.deckhand.session;

import static dev.deckhand.session.SessionDriver.check;
import static dev.deckhand.session.SessionDriver.lesson;
import static dev.deckhand.session.SessionDriver.quiz;
import static dev.deckhand.session.SessionDriver.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.trace.XrayResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No phase of a session waits for something that does not come. */
class PhaseTest {

  private static final Instant AT = Instant.EPOCH;
  private static final Message LOST = new Message.LabUnavailable("It is gone.", "Reset.", AT);

  private final Lesson quizFirst =
      lesson(step(1, List.of(), List.of(quiz())), step(2, List.of(check("2.1", 3)), List.of()));
  private final SessionDriver driver = new SessionDriver(quizFirst);

  @Test
  void commandTypedAfterAQuizWhileTheLabBootsRuns() {
    driver.type("choose 2").type("docker ps").effects();
    assertThat(driver.session.phase().isBusy()).isTrue();

    driver.labReady().stepPrepared(1);

    assertThat(driver.effects(Effect.RunCommand.class))
        .containsExactly(new Effect.RunCommand(new SessionCommand.Shell("docker ps")));
    driver.commandFinished("docker ps");
    assertThat(driver.session.phase()).isEqualTo(new Phase.Done(null));
    assertThat(driver.type("next").session.step().number()).isEqualTo(2);
  }

  @Test
  void waitingCommandIsToldOfWhereTheLabCannotBeHad() {
    driver.type("docker ps").effects();

    driver.send(LOST);

    assertThat(driver.displays())
        .contains(new Display.Notice(NoticeKind.COMMAND_NOT_RUN, "docker ps"));
    assertThat(driver.session.phase().isBusy()).isFalse();
  }

  @Test
  void waitingJavaRunsWhereTheLabCannotBeHad() {
    driver.type("java\n6 * 7\n/exit").effects();

    driver.send(LOST);

    assertThat(driver.effects(Effect.RunWithoutLab.class))
        .containsExactly(new Effect.RunWithoutLab(new SessionCommand.Java("6 * 7")));
  }

  @Test
  void resetAsksFirstWhereThereIsSomethingToLose() {
    driver.labReady().stepPrepared(1).effects();

    driver.type("reset");
    assertThat(driver.effects())
        .containsExactly(
            new Effect.Show(new Display.ResetConfirmation(quizFirst.steps().getFirst())));
    driver.type("");
    assertThat(driver.displays())
        .containsExactly(new Display.Notice(NoticeKind.RESET_DECLINED, ""));

    driver.type("reset").type("ls");
    assertThat(driver.effects(Effect.RunCommand.class)).as("another line means itself").hasSize(1);
    driver.commandFinished("ls");

    driver.type("reset").type("y");
    assertThat(driver.effects(Effect.PrepareStep.class)).hasSize(1);
    assertThat(driver.session.phase()).isInstanceOf(Phase.Resetting.class);
  }

  @Test
  void resetAsksNothingWithoutALab() {
    driver.send(LOST).effects();

    driver.type("reset");

    assertThat(driver.effects(Effect.StartLab.class)).hasSize(1);
  }

  @Test
  void whateverIsTypedTheSessionIsReadyForALineOnceAllEffectsAreAnswered() {
    for (int seed = 0; seed < 3000; seed++) {
      var random = new Random(seed);
      var walk = new RandomWalk(new SessionDriver(quizFirst), random);
      for (int i = 0; i < 40; i++) {
        walk.takeAStep();
      }
      walk.answerEverything();

      assertThat(walk.driver.session.phase().isBusy())
          .as("seed %d: %s", seed, walk.history)
          .isFalse();
      assertThat(walk.commandsThatNeverRan()).as("seed %d: %s", seed, walk.history).isEmpty();
    }
  }

  /** A learner who types at random, and a world that answers late, in order, and at times fails. */
  private static final class RandomWalk {

    private static final List<String> LINES =
        List.of(
            "ls",
            "java\n6 * 7\n/exit",
            "next",
            "choose 2",
            "choose 1",
            "reset",
            "reset now",
            "y",
            "",
            "skip",
            "play",
            "back",
            "check",
            "xray",
            "hint",
            "solution",
            "solution type",
            "edit a",
            "explain pod",
            "note x",
            "answer 1");

    private final SessionDriver driver;
    private final Random random;
    private final List<Effect> open = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private final List<SessionCommand> accepted = new ArrayList<>();

    RandomWalk(SessionDriver driver, Random random) {
      this.driver = driver;
      this.random = random;
      collect();
    }

    void takeAStep() {
      int dice = random.nextInt(20);
      if (dice == 0) {
        send(LOST);
      } else if (dice == 1) {
        send(new Message.Interrupted(AT));
      } else if (dice < 9 && !open.isEmpty()) {
        answer(open.removeFirst());
      } else if (!driver.session.phase().isBusy()) {
        String line = LINES.get(random.nextInt(LINES.size()));
        history.add(line);
        driver.type(line);
        collect();
      }
    }

    void answerEverything() {
      while (!open.isEmpty()) {
        answer(open.removeFirst());
      }
    }

    List<SessionCommand> commandsThatNeverRan() {
      return List.copyOf(accepted);
    }

    private void send(Message message) {
      history.add(message.getClass().getSimpleName());
      driver.send(message);
      collect();
    }

    private void collect() {
      for (Effect effect : driver.effects()) {
        switch (effect) {
          case Effect.WriteJournal(JournalEvent.CommandTyped(int _, String text)) ->
              accepted.add(dev.deckhand.session.input.CommandFormat.parse(text));
          case Effect.StartLab _,
              Effect.PrepareStep _,
              Effect.RunCommand _,
              Effect.RunWithoutLab _,
              Effect.RunSolution _,
              Effect.StartXray _,
              Effect.FindCauses _ ->
              open.add(effect);
          default -> {
            // it is not answered, or not waited for
          }
        }
      }
    }

    private void answer(Effect effect) {
      switch (effect) {
        case Effect.StartLab _ ->
            send(random.nextInt(8) == 0 ? LOST : new Message.LabReady(Set.of(), AT));
        case Effect.PrepareStep order ->
            send(
                random.nextInt(8) == 0
                    ? LOST
                    : new Message.StepPrepared(order.step().number(), Map.of(), List.of(), AT));
        case Effect.RunCommand(SessionCommand command) -> {
          accepted.remove(command);
          send(new Message.CommandFinished(command, 0, "", false, AT));
        }
        case Effect.RunWithoutLab(SessionCommand command) -> {
          accepted.remove(command);
          send(new Message.CommandFinished(command, 0, "", false, AT));
        }
        case Effect.RunSolution(var step) ->
            send(random.nextInt(8) == 0 ? LOST : new Message.SolutionFinished(step.number(), AT));
        case Effect.StartXray _ ->
            send(
                new Message.XrayCaptured(
                    new XrayResult.Empty(XrayResult.EmptyReason.NO_COMMAND), 0, true, AT));
        case Effect.FindCauses _ -> send(new Message.CausesFound(Map.of(), AT));
        default -> throw new AssertionError(effect);
      }
    }
  }
}
