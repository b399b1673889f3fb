package dev.deckhand.session;

import dev.deckhand.check.Judge;
import dev.deckhand.lesson.Ability;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one way a session changes: a message in, the next session and its effects out. Pure: the same
 * messages always give the same session, so a lesson replays from its journal.
 */
public final class Update {

  private final StepEvaluator evaluator;
  private final InputHandler inputHandler;

  public Update(Judge judge) {
    this.evaluator = new StepEvaluator(judge);
    this.inputHandler = new InputHandler(judge, evaluator);
  }

  /** Takes a message in. After the end of a session, messages change nothing. */
  public Result update(Session session, Message message) {
    if (session.over()) {
      return new Result(session, List.of());
    }
    var transition = new Transition(session);
    switch (message) {
      case Message.LessonOpened _ -> lessonOpened(transition);
      case Message.LineTyped lineTyped ->
          inputHandler.handleLine(transition, lineTyped.input(), lineTyped.at());
      case Message.LabReady ready -> labReady(transition, ready);
      case Message.LabRecovered labRecovered -> LabRecovery.labRecovered(transition, labRecovered);
      case Message.LabUnavailable gone -> labUnavailable(transition, gone);
      case Message.StepPrepared stepPrepared -> evaluator.stepPrepared(transition, stepPrepared);
      case Message.SubjectObserved subjectObserved ->
          evaluator.subjectObserved(transition, subjectObserved);
      case Message.CommandFinished commandFinished -> commandFinished(transition, commandFinished);
      case Message.SolutionFinished solutionFinished ->
          evaluator.solutionFinished(transition, solutionFinished);
      case Message.CausesFound causesFound -> evaluator.causesFound(transition, causesFound);
      case Message.ManualEntryFound(var manualLookupResult, var _) ->
          transition.show(new Display.ManualEntry(manualLookupResult));
      case Message.ClusterHealthChanged(var clusterHealth, var _) ->
          transition.replaceSession(transition.session().withHealth(clusterHealth));
      case Message.XrayCaptured xrayCaptured -> XrayHandler.xrayCaptured(transition, xrayCaptured);
      case Message.TimerElapsed timerElapsed ->
          evaluator.timerElapsed(transition, timerElapsed.at());
      case Message.Interrupted _ -> interrupted(transition);
      case Message.InputEnded _ -> inputHandler.leave(transition);
    }
    return transition.result();
  }

  private static void lessonOpened(Transition transition) {
    Session session = transition.session();
    transition.show(new Display.LessonIntroduction(session.lesson(), session.step().number() > 1));
    transition.writeJournal(new JournalEvent.StepBegan(session.step().number()));
    transition.show(new Display.StepText(session.lesson(), session.step()));
    switch (session.lab()) {
      case LabState.Booting _ ->
          transition.addEffect(new Effect.StartLab(session.lesson().needs()));
      case LabState.NotNeeded _, LabState.Ready _ ->
          transition.addEffect(new Effect.PrepareStep(session.step(), List.of(), false));
      case LabState.Unavailable _ -> {}
    }
  }

  private static void labReady(Transition transition, Message.LabReady ready) {
    String lacking =
        transition.session().lesson().needs().abilities().stream()
            .filter(ability -> !ready.abilities().contains(ability))
            .map(Ability::keyword)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      labUnavailable(
          transition,
          new Message.LabUnavailable(
              "This lab cannot do what the lesson needs: " + lacking + ".",
              "Read on: \"next\" goes from step to step, and quizzes work.",
              ready.at()));
      return;
    }
    Session session = transition.session().withLab(new LabState.Ready(ready.abilities()));
    transition.replaceSession(session);
    if (session.progress().stage() == StepProgress.Stage.OPEN) {
      transition.progress(session.progress().withStage(StepProgress.Stage.PREPARING));
    }
    // also for a step that is done already (a quiz needs no lab): the steps after it build on it
    transition.addEffect(new Effect.PrepareStep(session.step(), session.earlierSteps(), false));
  }

  private static void labUnavailable(Transition transition, Message.LabUnavailable gone) {
    XrayHandler.labLost(transition);
    Session session = transition.session();
    transition.replaceSession(
        session
            .withLab(new LabState.Unavailable(gone.reason(), gone.remedy()))
            .withHealth(null)
            // what was played with is gone as well
            .withMode(StepMode.STEP)
            .withCommandLine(session.commandLine().withoutPrompting().withWaiting(null))
            .withReportScope(Session.ReportScope.NONE));
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    transition.show(new Display.LabUnavailable(gone.reason(), gone.remedy()));
  }

  private static void interrupted(Transition transition) {
    if (!transition.session().commandLine().prefilled().isEmpty()) {
      HelpHandler.endPrefill(transition);
    }
    XrayHandler.stop(transition);
    SessionCommand waiting = transition.session().waiting();
    if (waiting != null) {
      transition.replaceSession(transition.session().withWaiting(null));
      transition.showNotice(NoticeKind.COMMAND_NOT_RUN, CommandFormat.describe(waiting));
    }
  }

  private static void commandFinished(
      Transition transition, Message.CommandFinished commandFinished) {
    int step = transition.session().step().number();
    transition.replaceSession(
        transition.session().withRunning(null).withLastChange(commandFinished.at()));
    transition.writeJournal(
        new JournalEvent.CommandFinished(
            step,
            CommandFormat.write(commandFinished.command()),
            commandFinished.exitCode(),
            commandFinished.output()));
    if (commandFinished.shellEnded()) {
      transition.showNotice(NoticeKind.SHELL_ENDED, Integer.toString(commandFinished.exitCode()));
    }
    transition.progress(
        transition
            .progress()
            .withFailedAttempts(transition.progress().failedAttempts().withAttempt()));
    if (transition.progress().stage() == StepProgress.Stage.OPEN
        && !transition.session().isInSandbox()) {
      transition.addEffect(new Effect.StartTimer(StepEvaluator.QUIET_PERIOD));
    }
  }

  /** What an update gives. */
  public record Result(Session session, List<Effect> effects) {}
}
