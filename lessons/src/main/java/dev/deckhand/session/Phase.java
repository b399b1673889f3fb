package dev.deckhand.session;

import dev.deckhand.session.input.SessionCommand;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session. A command that waits for the lab exists only in the {@link Waiting}
 * phases; {@link Transition#phase(Phase)} hands it on when such a phase ends, so none is forgotten.
 */
public sealed interface Phase {

  /** The lab is being started or brought to a state; commands wait until that is done. */
  sealed interface Waiting extends Phase {

    @Override
    boolean stepDone();

    /** Runs as soon as the lab is ready; null for none. */
    @Nullable SessionCommand command();
  }

  /** The learner has the prompt, unless a command runs. */
  sealed interface Active extends Phase {

    @Override
    @Nullable Foreground running();
  }

  /** The lab is available, and commands can run in it. */
  sealed interface Ready extends Active {}

  /**
   * The lab is being started.
   *
   * @param resetting whether it replaces a lost one because the learner asked for a reset
   */
  record Booting(boolean resetting, boolean stepDone, @Nullable SessionCommand command)
      implements Waiting {}

  /** The lab is being prepared for a step that the learner has reached. */
  record Preparing(boolean stepDone, @Nullable SessionCommand command) implements Waiting {}

  /** The lab is being reset to the beginning of the step. */
  record Resetting(boolean stepDone, @Nullable SessionCommand command) implements Waiting {}

  /** The step's solution is being run for the learner. */
  record Skipping(boolean stepDone, @Nullable SessionCommand command) implements Waiting {}

  /** The learner has left the sandbox; the lab is being restored for the step. */
  record LeavingSandbox(boolean stepDone, @Nullable SessionCommand command) implements Waiting {}

  /** The learner works on the step, and its checks are watched. */
  record Open(@Nullable Foreground running, CheckReportState report) implements Ready {}

  /** The step is done, and the lab is available. */
  record Done(@Nullable Foreground running) implements Ready {}

  /** The learner is in the sandbox, where nothing counts. */
  record Sandbox(boolean stepDone, @Nullable Foreground running) implements Ready {}

  /** The lab can't be started, or was lost; whatever doesn't need it still works. */
  record WithoutLab(String reason, String remedy, boolean stepDone, @Nullable Foreground running)
      implements Active {}

  /**
   * The session is over.
   *
   * @param labLost whether the lab was unavailable at the end
   */
  record Ended(boolean labLost) implements Phase {}

  /** What has the terminal. */
  sealed interface Foreground {

    record Running(SessionCommand command) implements Foreground {}

    record Xray() implements Foreground {}
  }

  /** Whether the step was completed in this visit to it. */
  default boolean stepDone() {
    return switch (this) {
      case Waiting waiting -> waiting.stepDone();
      case Sandbox sandbox -> sandbox.stepDone();
      case WithoutLab withoutLab -> withoutLab.stepDone();
      case Done _ -> true;
      case Open _, Ended _ -> false;
    };
  }

  /** What runs in the foreground; null for nothing. */
  default @Nullable Foreground running() {
    return switch (this) {
      case Active active -> active.running();
      case Waiting _, Ended _ -> null;
    };
  }

  /** Whether the next line has to wait. */
  default boolean isBusy() {
    return switch (this) {
      case Booting booting -> booting.command() != null;
      case Preparing _, Resetting _, Skipping _, LeavingSandbox _ -> true;
      case Active active -> active.running() != null;
      case Ended _ -> false;
    };
  }

  /** The same phase after the step was done. */
  default Phase withStepDone() {
    return switch (this) {
      case Waiting waiting -> waiting(waiting, true, waiting.command());
      case Open(Foreground running, CheckReportState _) -> new Done(running);
      case Sandbox(boolean _, Foreground running) -> new Sandbox(true, running);
      case WithoutLab(String reason, String remedy, boolean _, Foreground running) ->
          new WithoutLab(reason, remedy, true, running);
      case Done _, Ended _ -> this;
    };
  }

  /** The same phase with something else in the foreground. */
  static Active withRunning(Active phase, @Nullable Foreground next) {
    return switch (phase) {
      case Open(Foreground _, CheckReportState report) -> new Open(next, report);
      case Done _ -> new Done(next);
      case Sandbox(boolean stepDone, Foreground _) -> new Sandbox(stepDone, next);
      case WithoutLab(String reason, String remedy, boolean stepDone, Foreground _) ->
          new WithoutLab(reason, remedy, stepDone, next);
    };
  }

  /** The same phase with another command waiting. */
  static Waiting withCommand(Waiting phase, @Nullable SessionCommand next) {
    return waiting(phase, phase.stepDone(), next);
  }

  private static Waiting waiting(
      Waiting phase, boolean stepDone, @Nullable SessionCommand command) {
    return switch (phase) {
      case Booting(boolean resetting, boolean _, SessionCommand _) ->
          new Booting(resetting, stepDone, command);
      case Preparing _ -> new Preparing(stepDone, command);
      case Resetting _ -> new Resetting(stepDone, command);
      case Skipping _ -> new Skipping(stepDone, command);
      case LeavingSandbox _ -> new LeavingSandbox(stepDone, command);
    };
  }
}
