package dev.deckhand.session;

import dev.deckhand.session.Scene.Saying;

/** How a session goes on whose process died. */
final class Regaining {

  private Regaining() {}

  static void regained(Turn turn, Message.Regained regained) {
    StepWork work = turn.work();
    turn.record(new Deed.Resumed(work.step().number(), regained.sameLab()));
    if (!regained.sameLab()) {
      // what was found out in the old lab is not so in the new one
      turn.work(StepWork.fresh(work.step()).withHints(work.hints()).in(work.stage()));
      turn.say(Saying.LAB_ANEW, "");
      return;
    }
    turn.say(Saying.LAB_STILL_THERE, "");
    if (!regained.unfinished().isEmpty()) {
      turn.say(Saying.CUT_OFF, regained.unfinished());
    }
  }
}
