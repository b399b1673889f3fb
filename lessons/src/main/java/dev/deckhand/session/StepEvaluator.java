package dev.deckhand.session;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.session.CheckReportState.ReportScope;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges a step's checks by observations of the lab. */
final class StepEvaluator {

  /** How long nothing may change before open checks are reported. */
  static final Duration QUIET_PERIOD = Duration.ofMillis(1200);

  private final Judge judge;

  StepEvaluator(Judge judge) {
    this.judge = judge;
  }

  /**
   * Starts the checks at the beginning of a step; if all of them hold already, the step is done at
   * once.
   */
  void openStep(Transition transition, Map<Subject, Observation> before, Instant at) {
    transition.changedAt(at);
    transition.progress(transition.progress().withEvidence(new Evidence(before, before)));
    judgeChecks(transition, at, false, _ -> true, _ -> true);
    transition.phase(
        new Phase.Open(
            null, new CheckReportState(ReportScope.NONE, findings(transition.progress()))));
    if (transition.progress().complete()) {
      StepLifecycle.completeStep(transition, StepOutcome.DONE, true);
    } else {
      transition.addEffect(new Effect.WatchSubjects(StepProgress.subjectsOf(transition.step())));
    }
  }

  void subjectObserved(Transition transition, Message.SubjectObserved observed) {
    Evidence evidence = transition.progress().evidence();
    if (observed.observation().equals(evidence.now().get(observed.subject()))) {
      return;
    }
    var now = new LinkedHashMap<>(evidence.now());
    now.put(observed.subject(), observed.observation());
    transition.progress(transition.progress().withEvidence(new Evidence(now, evidence.before())));
    transition.changedAt(observed.at());
    // the other checks don't depend on this subject
    if (!evaluate(
        transition, observed.at(), check -> looksAt(check, observed.subject()), _ -> false)) {
      transition.addEffect(new Effect.StartTimer(QUIET_PERIOD));
    }
  }

  /** A check that passed for its hold time holds if the lab still answers, not by time alone. */
  void holdElapsed(Transition transition, Phase.Open open, Message.HoldElapsed hold) {
    Predicate<CheckState> verified =
        state ->
            state.check().id().equals(hold.check()) && hold.since().equals(state.passingSince());
    if (!evaluate(transition, hold.at(), _ -> true, verified)) {
      timerElapsed(transition, open, hold.at());
    }
  }

  /** Reports open checks once nothing has changed for a while. */
  void timerElapsed(Transition transition, Phase.Open open, Instant at) {
    Session session = transition.session();
    boolean quiet = Duration.between(session.lastChange(), at).compareTo(QUIET_PERIOD) >= 0;
    if (open.running() != null || !quiet) {
      return;
    }
    List<String> findings = findings(session.progress());
    boolean holdPending = session.progress().checks().stream().anyMatch(CheckState::isHoldPending);
    boolean early = findings.isEmpty() && holdPending;
    if (!early && !findings.equals(open.report().lastShown())) {
      requestReport(transition, open, ReportScope.OPEN);
    }
  }

  /** Asks for the causes of failing checks; the report follows when they are known. */
  void requestReport(Transition transition, Phase.Open open, ReportScope reportScope) {
    var report = new CheckReportState(reportScope, findings(transition.progress()));
    transition.phase(new Phase.Open(open.running(), report));
    transition.addEffect(new Effect.FindCauses(failingSubjects(transition.progress())));
  }

  void causesFound(Transition transition, Phase.Open open, Message.CausesFound causesFound) {
    ReportScope requested = open.report().requested();
    if (requested == ReportScope.NONE) {
      return;
    }
    transition.phase(
        new Phase.Open(
            open.running(), new CheckReportState(ReportScope.NONE, open.report().lastShown())));
    journalFailedChecks(transition);
    transition.show(
        new Display.CheckReport(
            transition.session().lesson(),
            transition.progress(),
            causesFound.causes(),
            requested == ReportScope.ALL));
    HelpHandler.countFailure(transition, failedCheckIds(transition.progress()));
  }

  private static Set<String> failedCheckIds(StepProgress work) {
    return work.checks().stream()
        .filter(state -> state.verdict() instanceof Verdict.Failed && !state.check().hidden())
        .map(state -> state.check().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void journalFailedChecks(Transition transition) {
    List<String> open =
        transition.progress().checks().stream()
            .filter(state -> state.verdict() instanceof Verdict.Failed)
            .map(state -> state.check().id())
            .toList();
    if (!open.isEmpty()) {
      transition.writeJournal(
          new JournalEvent.ChecksFailed(transition.progress().step().number(), open));
    }
  }

  /** Judges all checks again; returns whether the step is done now. */
  boolean evaluate(Transition transition, Instant at) {
    return evaluate(transition, at, _ -> true, _ -> false);
  }

  private boolean evaluate(
      Transition transition, Instant at, Predicate<Check> afresh, Predicate<CheckState> verified) {
    judgeChecks(transition, at, true, afresh, verified);
    if (!transition.progress().complete()) {
      return false;
    }
    StepLifecycle.completeStep(transition, StepOutcome.DONE, false);
    return true;
  }

  private static boolean looksAt(Check check, Subject subject) {
    return check.expectations().stream()
        .anyMatch(expectation -> expectation.subject().equals(subject));
  }

  /**
   * Judges the checks that have new evidence; the others keep their verdicts.
   *
   * @param verified the checks whose subjects are known to be observable now
   */
  private void judgeChecks(
      Transition transition,
      Instant at,
      boolean tell,
      Predicate<Check> afresh,
      Predicate<CheckState> verified) {
    StepProgress work = transition.progress();
    List<CheckState> states =
        work.checks().stream()
            .map(state ->
                state.withVerdict(
                    afresh.test(state.check())
                        ? judge.judge(state.check(), work.evidence())
                        : state.verdict(),
                    at,
                    verified.test(state)))
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
      Instant since = state.passingSince();
      boolean startTimer = verified.test(state) || !Objects.equals(since, old.passingSince());
      if (since != null && state.isHoldPending() && startTimer) {
        Duration left = state.check().hold().minus(Duration.between(since, at));
        transition.addEffect(new Effect.StartHoldTimer(state.check().id(), since, left));
      }
      boolean news = tell && state.heldLastTime() && !old.heldLastTime() && !state.check().hidden();
      if (news && state.check().role() == Check.Role.GOAL) {
        transition.writeJournal(
            new JournalEvent.CheckPassed(work.step().number(), state.check().id()));
        transition.show(new Display.CheckPassed(state));
      }
    }
  }

  /** The findings of open checks as text, to detect changes. */
  static List<String> findings(StepProgress work) {
    return work.checks().stream()
        .filter(state -> !state.heldLastTime() && !state.isHoldPending() && !state.check().hidden())
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

  private static Set<Subject> failingSubjects(StepProgress work) {
    return work.checks().stream()
        .filter(state -> !state.heldLastTime())
        .flatMap(state -> state.check().expectations().stream())
        .map(Expectation::subject)
        .collect(Collectors.toUnmodifiableSet());
  }
}
