package dev.deckhand.session;

import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.XrayResult;

/**
 * How an X-ray goes on: like a command that runs, so that the next line waits for it and nothing
 * else is drawn meanwhile.
 */
final class XrayHandler {

  private XrayHandler() {}

  static void begin(Transition transition, boolean live) {
    Session session = transition.session();
    switch (session.lab()) {
      case LabState.Unavailable(var why, var next) ->
          transition.show(new Display.LabUnavailable(why, next));
      case LabState.Booting _ -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case LabState.NotNeeded _ ->
          transition.show(
              new Display.XrayReport(new XrayResult.Empty(XrayResult.EmptyReason.NO_LAB), 0));
      case LabState.Ready _ -> {
        if (session.progress().stage() == StepProgress.Stage.PREPARING) {
          transition.showNotice(NoticeKind.LAB_PREPARING, "");
        } else {
          transition.replaceSession(session.withRunning(new CommandLineState.Foreground.Xray()));
          transition.addEffect(new Effect.StartXray(live));
        }
      }
    }
  }

  static void xrayCaptured(Transition transition, Message.XrayCaptured xrayCaptured) {
    Session session = transition.session();
    if (!isRunning(session)) {
      return;
    }
    if (xrayCaptured.finished()) {
      transition.replaceSession(session.withRunning(null));
      transition.show(new Display.XrayReport(xrayCaptured.capture(), xrayCaptured.shownBefore()));
    } else if (xrayCaptured.capture() instanceof XrayResult.Captured(Trace trace, var _)) {
      transition.show(new Display.XrayUpdate(trace, xrayCaptured.shownBefore()));
    }
  }

  private static boolean isRunning(Session session) {
    return session.running() instanceof CommandLineState.Foreground.Xray;
  }

  /** The lab is gone: nothing more is to be seen. */
  static void labLost(Transition transition) {
    if (isRunning(transition.session())) {
      transition.replaceSession(transition.session().withRunning(null));
      transition.addEffect(new Effect.StopXray());
    }
  }

  /** Ctrl-C ends what follows, and what waits for things to settle. */
  static void stop(Transition transition) {
    if (isRunning(transition.session())) {
      transition.addEffect(new Effect.StopXray());
    }
  }
}
