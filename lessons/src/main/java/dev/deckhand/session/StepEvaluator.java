package dev.deckhand.session;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How what is seen of the lab moves a session on. */
final class StepEvaluator {

  /** How long nothing may change before the learner is told what is still open. */
  static final Duration QUIET_PERIOD = Duration.ofMillis(1200);

  private final Judge judge;

  StepEvaluator(Judge judge) {
    this.judge = judge;
  }

  void stepPrepared(Transition transition, Message.StepPrepared stepPrepared) {
    Session session = transition.session();
    if (stepPrepared.step() != session.step().number()) {
      return;
    }
    showReplayFailures(transition, stepPrepared.replayed());
    if (session.progress().stage() == StepProgress.Stage.DONE
        && session.mode() == StepMode.LEAVING_SANDBOX) {
      SandboxMode.stepPrepared(transition);
      return;
    }
    if (session.progress().stage() != StepProgress.Stage.PREPARING) {
      return;
    }
    transition.replaceSession(session.withLastChange(stepPrepared.at()));
    transition.progress(transition.progress().opened(stepPrepared.before()));
    judgeChecks(transition, stepPrepared.at(), false, _ -> true);
    transition.replaceSession(
        transition.session().withLastShown(findings(transition.progress(), stepPrepared.at())));
    if (transition.progress().complete(stepPrepared.at())) {
      completeAsDone(transition, true);
    } else {
      transition.addEffect(new Effect.WatchSubjects(StepProgress.subjectsOf(session.step())));
    }
    switch (session.mode()) {
      case RESETTING -> {
        transition.replaceSession(transition.session().withMode(StepMode.STEP));
        transition.show(new Display.StepReset(transition.progress(), stepPrepared.replayed()));
      }
      case LEAVING_SANDBOX -> SandboxMode.finishLeaving(transition);
      case STEP, SANDBOX -> {}
    }
    SessionCommand waiting = session.waiting();
    if (waiting != null) {
      transition.replaceSession(transition.session().withWaiting(null));
      transition.run(waiting);
    }
  }

  /** A lab in which an earlier step did not come out is not the learner's fault: it is said. */
  private static void showReplayFailures(Transition transition, List<ReplayedStep> replayedStep) {
    List<ReplayedStep> failed = replayedStep.stream().filter(step -> !step.allPassed()).toList();
    if (!failed.isEmpty()) {
      transition.show(new Display.ReplayFailure(failed));
    }
  }

  void subjectObserved(Transition transition, Message.SubjectObserved subjectObserved) {
    StepProgress work = transition.progress();
    if (work.stage() != StepProgress.Stage.OPEN
        || transition.session().isInSandbox()
        || subjectObserved.observation().equals(work.now().get(subjectObserved.subject()))) {
      return;
    }
    var now = new LinkedHashMap<>(work.now());
    now.put(subjectObserved.subject(), subjectObserved.observation());
    transition.progress(work.withObservations(now));
    transition.replaceSession(transition.session().withLastChange(subjectObserved.at()));
    // the others' verdicts rest on what was seen before, and that is the same
    if (!evaluate(
        transition, subjectObserved.at(), check -> looksAt(check, subjectObserved.subject()))) {
      transition.addEffect(new Effect.StartTimer(QUIET_PERIOD));
    }
  }

  void timerElapsed(Transition transition, Instant at) {
    boolean open =
        transition.progress().stage() == StepProgress.Stage.OPEN
            && !transition.session().isInSandbox();
    if (!open || evaluate(transition, at)) {
      return;
    }
    Session session = transition.session();
    boolean quiet = Duration.between(session.lastChange(), at).compareTo(QUIET_PERIOD) >= 0;
    if (session.running() != null || !quiet) {
      return;
    }
    List<String> findings = findings(session.progress(), at);
    boolean ripening =
        session.progress().checks().stream().anyMatch(state -> state.isHoldPending(at));
    boolean early = findings.isEmpty() && ripening;
    if (!early && !findings.equals(session.checkReport().lastShown())) {
      requestReport(transition, Session.ReportScope.OPEN, at);
    }
  }

  /** Finds out why the open checks fail, so that how they stand can be shown. */
  void requestReport(Transition transition, Session.ReportScope reportScope, Instant at) {
    transition.replaceSession(
        transition
            .session()
            .withReportScope(reportScope)
            .withLastShown(findings(transition.progress(), at)));
    transition.addEffect(new Effect.FindCauses(failingSubjects(transition.progress(), at)));
  }

  void causesFound(Transition transition, Message.CausesFound causesFound) {
    Session session = transition.session();
    if (session.isReportPending() && session.progress().stage() == StepProgress.Stage.OPEN) {
      boolean all = session.checkReport().requested() == Session.ReportScope.ALL;
      transition.replaceSession(session.withReportScope(Session.ReportScope.NONE));
      journalFailedChecks(transition, causesFound.at());
      transition.show(
          new Display.CheckReport(session.lesson(), session.progress(), causesFound.causes(), all));
      HelpHandler.countFailure(transition, failedCheckIds(session.progress()));
    }
  }

  private static Set<String> failedCheckIds(StepProgress work) {
    return work.checks().stream()
        .filter(state -> state.verdict() instanceof Verdict.Failed && !state.check().hidden())
        .map(state -> state.check().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void journalFailedChecks(Transition transition, Instant at) {
    List<String> open =
        transition.progress().checks().stream()
            .filter(state -> state.verdict() instanceof Verdict.Failed && !state.holds(at))
            .map(state -> state.check().id())
            .toList();
    if (!open.isEmpty()) {
      transition.writeJournal(
          new JournalEvent.ChecksFailed(transition.progress().step().number(), open));
    }
  }

  void solutionFinished(Transition transition, Message.SolutionFinished solutionFinished) {
    Session session = transition.session();
    if (session.mode() == StepMode.LEAVING_SANDBOX) {
      SandboxMode.finishLeaving(transition);
    } else if (solutionFinished.step() == session.step().number()) {
      transition.progress(transition.progress().withStage(StepProgress.Stage.OPEN));
      completeStep(transition, StepOutcome.SKIPPED, false);
    }
  }

  /** Looks at all checks again; ends the step where all holds, and says whether it did. */
  boolean evaluate(Transition transition, Instant at) {
    return evaluate(transition, at, _ -> true);
  }

  private boolean evaluate(Transition transition, Instant at, Predicate<Check> afresh) {
    judgeChecks(transition, at, true, afresh);
    if (!transition.progress().complete(at)) {
      return false;
    }
    completeAsDone(transition, false);
    return true;
  }

  private static boolean looksAt(Check check, Subject subject) {
    return check.expectations().stream()
        .anyMatch(expectation -> expectation.subject().equals(subject));
  }

  /** Judges afresh those checks whose evidence is new; the others' verdicts stand. */
  private void judgeChecks(
      Transition transition, Instant at, boolean tell, Predicate<Check> afresh) {
    StepProgress work = transition.progress();
    var evidence = new Evidence(work.now(), work.before());
    List<CheckState> states =
        work.checks().stream()
            .map(state ->
                state.withVerdict(
                    afresh.test(state.check())
                        ? judge.judge(state.check(), evidence)
                        : state.verdict(),
                    at))
            .toList();
    transition.progress(work.withChecks(states));
    for (int i = 0; i < states.size(); i++) {
      CheckState old = work.checks().get(i);
      CheckState state = states.get(i);
      if (state.broken() && !old.broken()) {
        transition.writeJournal(
            new JournalEvent.InvariantBroken(work.step().number(), state.check().id()));
        transition.show(new Display.InvariantBroken(state));
      }
      if (state.passingSince() != null && !state.holds(at)) {
        Duration held = Duration.between(state.passingSince(), at);
        transition.addEffect(new Effect.StartTimer(state.check().hold().minus(held)));
      }
      boolean news = tell && state.heldLastTime() && !old.heldLastTime() && !state.check().hidden();
      if (news && state.check().role() == Check.Role.GOAL) {
        transition.writeJournal(
            new JournalEvent.CheckPassed(work.step().number(), state.check().id()));
        transition.show(new Display.CheckPassed(state));
      }
    }
  }

  private static void completeAsDone(Transition transition, boolean alreadySo) {
    completeStep(transition, StepOutcome.DONE, alreadySo);
  }

  static void completeStep(Transition transition, StepOutcome outcome, boolean alreadySo) {
    Session session = transition.session();
    int number = session.step().number();
    transition.replaceSession(
        session
            .withOutcome(outcome)
            .withReportScope(Session.ReportScope.NONE)
            .withCommandLine(session.commandLine().withoutPrompting()));
    transition.progress(transition.progress().withStage(StepProgress.Stage.DONE));
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    transition.writeJournal(new JournalEvent.StepPassed(number, outcome));
    transition.show(
        new Display.StepCompleted(session.lesson(), session.step(), outcome, alreadySo));
    if (session.isLastStep()) {
      transition.writeJournal(new JournalEvent.LessonFinished());
      transition.show(new Display.LessonSummary(session.lesson(), transition.session().outcomes()));
    }
  }

  /** The findings of the checks that are open and shown, in words: for telling news from old. */
  static List<String> findings(StepProgress work, Instant at) {
    return work.checks().stream()
        .filter(state -> !state.holds(at) && !state.isHoldPending(at) && !state.check().hidden())
        .map(state -> state.check().id() + " " + describe(state.verdict()))
        .toList();
  }

  private static String describe(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> "";
      case Verdict.Failed(var findings) ->
          findings.stream().map(Verdict.Finding::sentence).collect(Collectors.joining("; "));
      case Verdict.Undecided(var why, var _) -> why;
    };
  }

  private static Set<Subject> failingSubjects(StepProgress work, Instant at) {
    return work.checks().stream()
        .filter(state -> !state.holds(at))
        .flatMap(state -> state.check().expectations().stream())
        .map(Expectation::subject)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Says that the lab has to be waited for. */
  static void deferCommand(Transition transition, SessionCommand command) {
    transition.replaceSession(transition.session().withWaiting(command));
    transition.showNotice(NoticeKind.WAITING_FOR_LAB, CommandFormat.describe(command));
  }
}
