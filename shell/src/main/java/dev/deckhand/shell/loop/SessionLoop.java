package dev.deckhand.shell.loop;

import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.session.Display;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The event loop: one thread owns the session, takes messages and dispatches effects. */
public final class SessionLoop {

  private final Update update;
  private final Inbox inbox;
  private final EffectRunner effectRunner;
  private final Screen screen;
  private final LineSource lines;
  private final InterruptPolicy interruptPolicy = new InterruptPolicy();
  private final SessionRecorder recorder;
  private final List<Display> delayedDisplays = new ArrayList<>();
  private Session session;

  public SessionLoop(
      Session session,
      Update update,
      Inbox inbox,
      EffectRunner effectRunner,
      LearnerTerminal terminal,
      SessionRecorder recorder) {
    this.session = session;
    this.update = update;
    this.inbox = inbox;
    this.effectRunner = effectRunner;
    this.screen = terminal.screen();
    this.lines = terminal.lineSource();
    this.recorder = recorder;
  }

  /**
   * Runs the session until the learner leaves.
   *
   * @param at when it begins
   */
  public SessionEnd run(Instant at) throws InterruptedException {
    Optional<Effect.EndReason> endReason = handle(new Message.LessonOpened(at));
    while (endReason.isEmpty()) {
      endReason = handle(interruptPolicy.interpret(inbox.take(), session));
    }
    return new SessionEnd(endReason.get(), session, effectRunner.hadInternalError());
  }

  private Optional<Effect.EndReason> handle(Message message) {
    if (message instanceof Message.LineTyped) {
      lines.lineTaken();
    }
    Update.Result result = update.update(session, message);
    session = result.session();
    if (session.phase().running() == null) {
      delayedDisplays.forEach(display -> screen.show(session, display));
      delayedDisplays.clear();
    }
    Optional<Effect.EndReason> endReason = execute(result.effects());
    if (endReason.isEmpty()) {
      screen.showStatus(session);
      if (!session.phase().isBusy()) {
        lines.sessionReady(session);
      }
    }
    return endReason;
  }

  private Optional<Effect.EndReason> execute(List<Effect> effects) {
    LabNeeds needs = session.lesson().needs();
    Optional<Effect.EndReason> endReason = Optional.empty();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.StartLab(var asked) -> effectRunner.startLab(asked);
        case Effect.PrepareStep order -> effectRunner.prepare(order, needs);
        case Effect.WatchSubjects(var subjects) -> effectRunner.watch(subjects);
        case Effect.RunCommand(var command) -> effectRunner.run(command, needs);
        case Effect.RunWithoutLab(var command) -> effectRunner.runWithoutLab(command);
        case Effect.RunSolution(var step) -> effectRunner.runSolution(step, needs);
        case Effect.FindCauses(var subjects) -> effectRunner.explain(subjects);
        case Effect.LookUpManual(var path) -> effectRunner.lookUp(path);
        case Effect.StartSandbox(var step) -> effectRunner.startSandbox(step);
        case Effect.StartXray(var live) -> effectRunner.xray(live);
        case Effect.StopXray() -> effectRunner.stopXray();
        case Effect.StartTimer(var delay) -> effectRunner.wake(delay);
        case Effect.StartHoldTimer order -> effectRunner.wakeAfterHold(order);
        case Effect.WriteJournal(var event) -> record(event);
        case Effect.Show(var display) -> show(display);
        case Effect.EndSession(var how) -> endReason = Optional.of(how);
      }
    }
    return endReason;
  }

  /** Nothing is drawn over a command that has the terminal: it may be an editor. */
  private void show(Display display) {
    if (session.phase().running() != null && !(display instanceof Display.XrayUpdate)) {
      delayedDisplays.add(display);
    } else if (display instanceof Display.Notice(Display.NoticeKind kind, String _)
        && kind == Display.NoticeKind.PROGRESS_SAVED
        && recorder.unwrittenEvents() > 0) {
      screen.showFault(
          "What you did since the disk was full is not saved.",
          "Make room on the disk; the steps that you did before are saved.");
    } else {
      screen.show(session, display);
    }
  }

  private void record(JournalEvent event) {
    recorder
        .record(event)
        .ifPresent(reason ->
            screen.showFault(
                "Your progress cannot be written down: " + reason + ".",
                "Make room on the disk. You can go on; what you do is written down as soon as there"
                    + " is room, but not if you leave before."));
  }

  /**
   * How a session ended.
   *
   * @param internalError whether a fault of Deckhand itself was met
   */
  public record SessionEnd(Effect.EndReason farewell, Session session, boolean internalError) {}
}
