package dev.deckhand.session;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.session.Scene.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How what is seen of the lab moves a session on. */
final class Watching {

  /** How long nothing may change before the learner is told what is still open. */
  static final Duration QUIET = Duration.ofMillis(1200);

  private final Judge judge;

  Watching(Judge judge) {
    this.judge = judge;
  }

  void prepared(Turn turn, Message.Prepared prepared) {
    Session session = turn.session();
    if (prepared.step() != session.step().number()) {
      return;
    }
    tellFailures(turn, prepared.replayed());
    if (session.work().stage() == StepWork.Stage.DONE && session.course() == Course.RETURNING) {
      Playing.prepared(turn);
      return;
    }
    if (session.work().stage() != StepWork.Stage.PREPARING) {
      return;
    }
    turn.become(session.changedAt(prepared.at()));
    turn.work(turn.work().armed(prepared.before()));
    judge(turn, prepared.at(), false, _ -> true);
    turn.become(turn.session().withShown(findings(turn.work(), prepared.at())));
    if (turn.work().complete(prepared.at())) {
      done(turn, true);
    } else {
      turn.add(new Effect.Watch(StepWork.subjects(session.step())));
    }
    switch (session.course()) {
      case RESETTING -> {
        turn.become(turn.session().on(Course.STEP));
        turn.show(new Scene.BackAtBeginning(turn.work(), prepared.replayed()));
      }
      case RETURNING -> Playing.arrived(turn);
      case STEP, PLAYING -> {}
    }
    String waiting = session.waiting();
    if (waiting != null) {
      turn.become(turn.session().withWaiting(null).withRunning(waiting));
      turn.record(new Deed.Typed(session.step().number(), waiting));
      turn.add(new Effect.Run(waiting));
    }
  }

  /** A lab in which an earlier step did not come out is not the learner's fault: it is said. */
  private static void tellFailures(Turn turn, List<Replayed> replayed) {
    List<Replayed> failed = replayed.stream().filter(step -> !step.held()).toList();
    if (!failed.isEmpty()) {
      turn.show(new Scene.ReplayTrouble(failed));
    }
  }

  void sighted(Turn turn, Message.Sighted sighted) {
    StepWork work = turn.work();
    if (work.stage() != StepWork.Stage.OPEN
        || turn.session().playing()
        || sighted.observation().equals(work.now().get(sighted.subject()))) {
      return;
    }
    var now = new LinkedHashMap<>(work.now());
    now.put(sighted.subject(), sighted.observation());
    turn.work(work.seeing(now));
    turn.become(turn.session().changedAt(sighted.at()));
    // the others' verdicts rest on what was seen before, and that is the same
    if (!advanced(turn, sighted.at(), check -> looksAt(check, sighted.subject()))) {
      turn.add(new Effect.Wake(QUIET));
    }
  }

  void woke(Turn turn, Instant at) {
    boolean open = turn.work().stage() == StepWork.Stage.OPEN && !turn.session().playing();
    if (!open || advanced(turn, at)) {
      return;
    }
    Session session = turn.session();
    boolean quiet = Duration.between(session.changed(), at).compareTo(QUIET) >= 0;
    if (session.running() != null || !quiet) {
      return;
    }
    List<String> findings = findings(session.work(), at);
    boolean ripening = session.work().checks().stream().anyMatch(state -> state.ripens(at));
    boolean early = findings.isEmpty() && ripening;
    if (!early && !findings.equals(session.told().shown())) {
      askWhy(turn, Session.Showing.OPEN, at);
    }
  }

  /** Finds out why the open checks fail, so that how they stand can be shown. */
  void askWhy(Turn turn, Session.Showing showing, Instant at) {
    turn.become(turn.session().withShowing(showing).withShown(findings(turn.work(), at)));
    turn.add(new Effect.Explain(failing(turn.work(), at)));
  }

  void explained(Turn turn, Message.Explained explained) {
    Session session = turn.session();
    if (session.showing() && session.work().stage() == StepWork.Stage.OPEN) {
      boolean all = session.told().showing() == Session.Showing.ALL;
      turn.become(session.withShowing(Session.Showing.NOTHING));
      fellShort(turn, explained.at());
      turn.show(new Scene.Standing(session.lesson(), session.work(), explained.causes(), all));
      Helping.missed(turn, missed(session.work()));
    }
  }

  private static Set<String> missed(StepWork work) {
    return work.checks().stream()
        .filter(state -> state.verdict() instanceof Verdict.Failed && !state.check().hidden())
        .map(state -> state.check().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void fellShort(Turn turn, Instant at) {
    List<String> open =
        turn.work().checks().stream()
            .filter(state -> state.verdict() instanceof Verdict.Failed && !state.holds(at))
            .map(state -> state.check().id())
            .toList();
    if (!open.isEmpty()) {
      turn.record(new Deed.FellShort(turn.work().step().number(), open));
    }
  }

  void skipped(Turn turn, Message.Skipped skipped) {
    Session session = turn.session();
    if (session.course() == Course.RETURNING) {
      Playing.arrived(turn);
    } else if (skipped.step() == session.step().number()) {
      turn.work(turn.work().in(StepWork.Stage.OPEN));
      pass(turn, StepOutcome.SKIPPED, false);
    }
  }

  /** Looks at all checks again; ends the step where all holds, and says whether it did. */
  boolean advanced(Turn turn, Instant at) {
    return advanced(turn, at, _ -> true);
  }

  private boolean advanced(Turn turn, Instant at, Predicate<Check> afresh) {
    judge(turn, at, true, afresh);
    if (!turn.work().complete(at)) {
      return false;
    }
    done(turn, false);
    return true;
  }

  private static boolean looksAt(Check check, Subject subject) {
    return check.expectations().stream()
        .anyMatch(expectation -> expectation.subject().equals(subject));
  }

  /** Judges afresh those checks whose evidence is new; the others' verdicts stand. */
  private void judge(Turn turn, Instant at, boolean tell, Predicate<Check> afresh) {
    StepWork work = turn.work();
    var evidence = new Evidence(work.now(), work.before());
    List<CheckState> states =
        work.checks().stream()
            .map(state ->
                state.seen(
                    afresh.test(state.check())
                        ? judge.judge(state.check(), evidence)
                        : state.verdict(),
                    at))
            .toList();
    turn.work(work.judged(states));
    for (int i = 0; i < states.size(); i++) {
      CheckState old = work.checks().get(i);
      CheckState state = states.get(i);
      if (state.broken() && !old.broken()) {
        turn.record(new Deed.Broke(work.step().number(), state.check().id()));
        turn.show(new Scene.Broken(state));
      }
      if (state.passingSince() != null && !state.holds(at)) {
        Duration held = Duration.between(state.passingSince(), at);
        turn.add(new Effect.Wake(state.check().hold().minus(held)));
      }
      boolean news = tell && state.held() && !old.held() && !state.check().hidden();
      if (news && state.check().role() == Check.Role.GOAL) {
        turn.record(new Deed.Held(work.step().number(), state.check().id()));
        turn.show(new Scene.CheckHolds(state));
      }
    }
  }

  private static void done(Turn turn, boolean alreadySo) {
    pass(turn, StepOutcome.DONE, alreadySo);
  }

  static void pass(Turn turn, StepOutcome outcome, boolean alreadySo) {
    Session session = turn.session();
    int number = session.step().number();
    turn.become(
        session
            .withOutcome(outcome)
            .withShowing(Session.Showing.NOTHING)
            .withDesk(session.desk().settled()));
    turn.work(turn.work().in(StepWork.Stage.DONE));
    turn.add(new Effect.Watch(Set.of()));
    turn.record(new Deed.Passed(number, outcome));
    turn.show(new Scene.StepDone(session.lesson(), session.step(), outcome, alreadySo));
    if (session.lastStep()) {
      turn.record(new Deed.Finished());
      turn.show(new Scene.Ending(session.lesson(), turn.session().outcomes()));
    }
  }

  /** The findings of the checks that are open and shown, in words: for telling news from old. */
  static List<String> findings(StepWork work, Instant at) {
    return work.checks().stream()
        .filter(state -> !state.holds(at) && !state.ripens(at) && !state.check().hidden())
        .map(state -> state.check().id() + " " + words(state.verdict()))
        .toList();
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> "";
      case Verdict.Failed(var findings) ->
          findings.stream().map(Verdict.Finding::sentence).collect(Collectors.joining("; "));
      case Verdict.Undecided(var why, var _) -> why;
    };
  }

  private static Set<Subject> failing(StepWork work, Instant at) {
    return work.checks().stream()
        .filter(state -> !state.holds(at))
        .flatMap(state -> state.check().expectations().stream())
        .map(Expectation::subject)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Says that the lab has to be waited for. */
  static void hold(Turn turn, String command) {
    turn.become(turn.session().withWaiting(command));
    turn.say(Saying.WAITING_FOR_LAB, command);
  }
}
