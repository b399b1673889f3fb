package dev.deckhand.session;

import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.XrayResult;

/**
 * Runs X-rays in the foreground, like commands: the next line waits, and nothing else is shown
 * meanwhile.
 */
final class XrayHandler {

  private XrayHandler() {}

  static void begin(Transition transition, boolean live) {
    switch (transition.phase()) {
      case Phase.WithoutLab(var reason, var remedy, boolean _, var _) ->
          transition.show(new Display.LabUnavailable(reason, remedy));
      case Phase.Waiting _, Phase.Ended _ -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case Phase.Ready _ when !transition.session().needsLab() ->
          transition.show(
              new Display.XrayReport(new XrayResult.Empty(XrayResult.EmptyReason.NO_LAB), 0));
      case Phase.Ready ready -> {
        transition.running(ready, new Phase.Foreground.Xray());
        transition.addEffect(new Effect.StartXray(live));
      }
    }
  }

  static void xrayCaptured(
      Transition transition, Phase.Active active, Message.XrayCaptured captured) {
    if (!(active.running() instanceof Phase.Foreground.Xray)) {
      return;
    }
    if (captured.finished()) {
      transition.running(active, null);
      transition.show(new Display.XrayReport(captured.capture(), captured.shownBefore()));
    } else if (captured.capture() instanceof XrayResult.Captured(Trace trace, var _)) {
      transition.show(new Display.XrayUpdate(trace, captured.shownBefore()));
    }
  }

  /** Ends an X-ray because the lab is gone. */
  static void labLost(Transition transition) {
    if (transition.phase() instanceof Phase.Active active
        && active.running() instanceof Phase.Foreground.Xray) {
      transition.running(active, null);
      transition.addEffect(new Effect.StopXray());
    }
  }

  /** Ends an X-ray at Ctrl-C. */
  static void stop(Transition transition) {
    if (transition.phase().running() instanceof Phase.Foreground.Xray) {
      transition.addEffect(new Effect.StopXray());
    }
  }
}
