package dev.deckhand.session;

import dev.deckhand.lesson.Step;
import dev.deckhand.session.Scene.Saying;
import java.util.List;
import java.util.Set;

/** Steps onward, back to a step's beginning, past it, and out. */
final class Walking {

  private Walking() {}

  /** Goes to the next step, or out of the lesson after the last one. */
  static void onward(Turn turn) {
    Session session = turn.session();
    if (session.work().stage() != StepWork.Stage.DONE) {
      // there is no lab to do the step in: it was read
      Watching.pass(turn, StepOutcome.READ, false);
      session = turn.session();
    }
    if (session.lastStep()) {
      leave(turn);
      return;
    }
    Step next = session.lesson().steps().get(session.step().number());
    turn.become(
        session
            .withWork(StepWork.fresh(next))
            .withDesk(Desk.EMPTY)
            .withShowing(Session.Showing.NOTHING)
            .withShown(List.of()));
    turn.record(new Deed.Began(next.number()));
    turn.show(new Scene.StepText(session.lesson(), next));
    if (session.lab().usable()) {
      turn.add(new Effect.Prepare(next, List.of(), false));
    }
  }

  /** Brings back the beginning of the step, with a new lab where the old one is gone. */
  static void reset(Turn turn) {
    Session session = turn.session();
    Step step = session.step();
    if (session.lab() instanceof LabState.Booting) {
      turn.say(Saying.PREPARING, "");
      return;
    }
    turn.record(new Deed.WasReset(step.number()));
    turn.say(Saying.RESETTING, step.title());
    turn.add(new Effect.Watch(Set.of()));
    StepWork fresh = StepWork.fresh(step).withHints(session.work().hints());
    turn.become(
        session
            .withWork(fresh)
            .on(Course.RESETTING)
            .withDesk(Desk.EMPTY)
            .withShowing(Session.Showing.NOTHING));
    if (session.lab() instanceof LabState.Gone) {
      turn.become(turn.session().withLab(new LabState.Booting()));
      turn.add(new Effect.StartLab(session.lesson().needs()));
    } else {
      turn.add(new Effect.Prepare(step, session.earlier(), true));
    }
  }

  /** Passes the step over, by its solution where there is a lab to run it in. */
  static void skip(Turn turn) {
    Session session = turn.session();
    switch (session.lab()) {
      case LabState.Gone _ -> onward(turn);
      case LabState.Booting _ -> turn.say(Saying.PREPARING, "");
      case LabState.Ready _, LabState.Unneeded _ -> {
        if (session.work().stage() == StepWork.Stage.DONE) {
          onward(turn);
        } else {
          turn.desk(Desk.EMPTY);
          turn.add(new Effect.Watch(Set.of()));
          turn.say(Saying.SKIPPING, session.step().title());
          turn.work(turn.work().in(StepWork.Stage.PREPARING));
          turn.add(new Effect.RunSolution(session.step()));
        }
      }
    }
  }

  /** Ends the session. */
  static void leave(Turn turn) {
    Session session = turn.session();
    int passed = session.outcomes().size();
    boolean all = passed == session.lesson().steps().size();
    boolean done =
        session.outcomes().values().stream().allMatch(outcome -> outcome == StepOutcome.DONE);
    Effect.Farewell farewell =
        !all ? Effect.Farewell.LEFT : done ? Effect.Farewell.FINISHED : Effect.Farewell.PASSED_OVER;
    turn.become(session.ended());
    turn.record(new Deed.Left(session.step().number()));
    turn.add(new Effect.Leave(farewell));
  }
}
