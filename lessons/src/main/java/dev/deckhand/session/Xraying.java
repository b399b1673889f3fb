package dev.deckhand.session;

import dev.deckhand.session.Scene.Saying;
import dev.deckhand.trace.Exposure;
import dev.deckhand.trace.Trace;

/**
 * How an X-ray goes on: like a command that runs, so that the next line waits for it and nothing
 * else is drawn meanwhile.
 */
final class Xraying {

  private static final String ONCE = "xray";
  private static final String LIVE = "xray live";

  private Xraying() {}

  static void begin(Turn turn, boolean live) {
    Session session = turn.session();
    switch (session.lab()) {
      case LabState.Gone(var why, var next) -> turn.show(new Scene.LabTrouble(why, next));
      case LabState.Booting _ -> turn.say(Saying.PREPARING, "");
      case LabState.Unneeded _ ->
          turn.show(new Scene.Xray(new Exposure.Blank(Exposure.Why.NO_LAB), 0));
      case LabState.Ready _ -> {
        if (session.work().stage() == StepWork.Stage.PREPARING) {
          turn.say(Saying.PREPARING, "");
        } else {
          turn.become(session.withRunning(live ? LIVE : ONCE));
          turn.add(new Effect.Xray(live));
        }
      }
    }
  }

  static void exposed(Turn turn, Message.Exposed exposed) {
    Session session = turn.session();
    if (!underWay(session)) {
      return;
    }
    if (exposed.over()) {
      turn.become(session.withRunning(null));
      turn.show(new Scene.Xray(exposed.exposure(), exposed.told()));
    } else if (exposed.exposure() instanceof Exposure.Taken(Trace trace, var _)) {
      turn.show(new Scene.XrayNews(trace, exposed.told()));
    }
  }

  private static boolean underWay(Session session) {
    return ONCE.equals(session.running()) || LIVE.equals(session.running());
  }

  /** The lab is gone: nothing more is to be seen. */
  static void abandon(Turn turn) {
    if (underWay(turn.session())) {
      turn.become(turn.session().withRunning(null));
      turn.add(new Effect.StopXray());
    }
  }

  /** Ctrl-C ends what follows, and what waits for things to settle. */
  static void stop(Turn turn) {
    if (underWay(turn.session())) {
      turn.add(new Effect.StopXray());
    }
  }
}
