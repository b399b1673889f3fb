package dev.deckhand.session;

import dev.deckhand.check.Judge;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.Entries;
import dev.deckhand.session.Scene.Saying;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one way a session changes: a message in, the next session and its effects out. Pure: the same
 * messages always give the same session, so a lesson replays from its journal.
 */
public final class Update {

  private final Watching watching;
  private final Typing typing;

  public Update(Judge judge) {
    this.watching = new Watching(judge);
    this.typing = new Typing(judge, watching);
  }

  /** Takes a message in. After the end of a session, messages change nothing. */
  public Result update(Session session, Message message) {
    if (session.over()) {
      return new Result(session, List.of());
    }
    var turn = new Turn(session);
    switch (message) {
      case Message.Opened _ -> opened(turn);
      case Message.Typed typed -> typing.typed(turn, typed.line(), typed.at());
      case Message.LabReady ready -> labReady(turn, ready);
      case Message.Regained regained -> Regaining.regained(turn, regained);
      case Message.LabGone gone -> labGone(turn, gone);
      case Message.Prepared prepared -> watching.prepared(turn, prepared);
      case Message.Sighted sighted -> watching.sighted(turn, sighted);
      case Message.Ran ran -> ran(turn, ran);
      case Message.Skipped skipped -> watching.skipped(turn, skipped);
      case Message.Explained explained -> watching.explained(turn, explained);
      case Message.LookedUp(var answer, var _) -> turn.show(new Scene.ManualEntry(answer));
      case Message.Felt(var health, var _) -> turn.become(turn.session().withHealth(health));
      case Message.Exposed exposed -> Xraying.exposed(turn, exposed);
      case Message.Woke woke -> watching.woke(turn, woke.at());
      case Message.Interrupted _ -> interrupted(turn);
      case Message.InputEnded _ -> typing.leave(turn);
    }
    return turn.result();
  }

  private static void opened(Turn turn) {
    Session session = turn.session();
    turn.show(new Scene.Opening(session.lesson(), session.step().number() > 1));
    turn.record(new Deed.Began(session.step().number()));
    turn.show(new Scene.StepText(session.lesson(), session.step()));
    switch (session.lab()) {
      case LabState.Booting _ -> turn.add(new Effect.StartLab(session.lesson().needs()));
      case LabState.Unneeded _, LabState.Ready _ ->
          turn.add(new Effect.Prepare(session.step(), List.of(), false));
      case LabState.Gone _ -> {}
    }
  }

  private static void labReady(Turn turn, Message.LabReady ready) {
    String lacking =
        turn.session().lesson().needs().abilities().stream()
            .filter(ability -> !ready.abilities().contains(ability))
            .map(Ability::word)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      labGone(
          turn,
          new Message.LabGone(
              "This lab cannot do what the lesson needs: " + lacking + ".",
              "Read on: \"next\" goes from step to step, and quizzes work.",
              ready.at()));
      return;
    }
    Session session = turn.session().withLab(new LabState.Ready(ready.abilities()));
    turn.become(session);
    if (session.work().stage() == StepWork.Stage.OPEN) {
      turn.work(session.work().in(StepWork.Stage.PREPARING));
    }
    // also for a step that is done already (a quiz needs no lab): the steps after it build on it
    turn.add(new Effect.Prepare(session.step(), session.earlier(), false));
  }

  private static void labGone(Turn turn, Message.LabGone gone) {
    Xraying.abandon(turn);
    Session session = turn.session();
    turn.become(
        session
            .withLab(new LabState.Gone(gone.why(), gone.next()))
            .withHealth(null)
            // what was played with is gone as well
            .on(Course.STEP)
            .withDesk(session.desk().settled().withWaiting(null))
            .withShowing(Session.Showing.NOTHING));
    turn.add(new Effect.Watch(Set.of()));
    turn.show(new Scene.LabTrouble(gone.why(), gone.next()));
  }

  private static void interrupted(Turn turn) {
    if (!turn.session().desk().dictated().isEmpty()) {
      Helping.endDictation(turn);
    }
    Xraying.stop(turn);
    String waiting = turn.session().waiting();
    if (waiting != null) {
      turn.become(turn.session().withWaiting(null));
      turn.say(Saying.NOT_RUN, Entries.java(waiting).orElse(waiting));
    }
  }

  private static void ran(Turn turn, Message.Ran ran) {
    int step = turn.session().step().number();
    turn.become(turn.session().withRunning(null).changedAt(ran.at()));
    turn.record(new Deed.Ran(step, ran.command(), ran.exitCode(), ran.output()));
    if (ran.shellEnded()) {
      turn.say(Saying.SHELL_ENDED, Integer.toString(ran.exitCode()));
    }
    turn.work(turn.work().withMisses(turn.work().misses().tried()));
    if (turn.work().stage() == StepWork.Stage.OPEN && !turn.session().playing()) {
      turn.add(new Effect.Wake(Watching.QUIET));
    }
  }

  /** What an update gives. */
  public record Result(Session session, List<Effect> effects) {}
}
