package dev.deckhand.session;

import dev.deckhand.session.Scene.Saying;
import java.util.List;
import java.util.Set;

/** Trying things that do not count, and the way back. */
final class Playing {

  private Playing() {}

  /** Lets the learner try things: the checks look away. */
  static void begin(Turn turn) {
    Session session = turn.session();
    boolean ready = session.lab().usable() && session.work().stage() != StepWork.Stage.PREPARING;
    if (!ready) {
      turn.say(Saying.PLAY_NOT_YET, "");
      return;
    }
    turn.become(
        session.on(Course.PLAYING).withShowing(Session.Showing.NOTHING).withDesk(Desk.EMPTY));
    turn.add(new Effect.Watch(Set.of()));
    turn.add(new Effect.LetPlay(session.step()));
    turn.record(new Deed.Played(session.step().number()));
    turn.say(Saying.PLAY_BEGUN, "");
  }

  /** Brings back what a step began with, or, where the step is done, what it ended with. */
  static void back(Turn turn) {
    Session session = turn.session();
    if (!session.playing()) {
      turn.say(Saying.NOT_PLAYING, "");
      return;
    }
    turn.say(Saying.RETURNING, "");
    StepWork work = session.work();
    boolean done = work.stage() == StepWork.Stage.DONE;
    turn.become(
        session
            .on(Course.RETURNING)
            .withWork(done ? work : StepWork.fresh(work.step()).withHints(work.hints()))
            .withShown(List.of()));
    turn.add(new Effect.Prepare(work.step(), session.earlier(), true));
  }

  /** The beginning of a step that is done is back: on to its end. */
  static void prepared(Turn turn) {
    turn.add(new Effect.RunSolution(turn.session().step()));
  }

  /** All is as it was. */
  static void arrived(Turn turn) {
    turn.become(turn.session().on(Course.STEP));
    turn.say(Saying.BACK_DONE, "");
  }
}
