package dev.deckhand.shell.view;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.xray.XrayView;
import dev.deckhand.trace.ActionOutcome;
import dev.deckhand.trace.Actor;
import dev.deckhand.trace.Actor.Role;
import dev.deckhand.trace.FieldChange;
import dev.deckhand.trace.ObjectReference;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceAction;
import dev.deckhand.trace.TraceEvent;
import dev.deckhand.trace.TraceWindow;
import dev.deckhand.trace.XrayResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** What the golden files of X-rays show. */
final class XrayGoldenViews {

  private static final String ESC = "\u001b";
  private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Actor KUBECTL = new Actor(Role.LEARNER, "kubectl");
  private static final Actor DOCKER = new Actor(Role.LEARNER, "docker");
  private static final Actor DEPLOYMENTS = new Actor(Role.CONTROLLER, "deployment controller");
  private static final Actor REPLICASETS = new Actor(Role.CONTROLLER, "ReplicaSet controller");
  private static final Actor SLICES = new Actor(Role.CONTROLLER, "EndpointSlice controller");
  private static final ObjectReference WEB = new ObjectReference("Deployment", "shop", "web");
  private static final ObjectReference SET =
      new ObjectReference("ReplicaSet", "shop", "web-75fc97fd9d");
  private static final ObjectReference POD =
      new ObjectReference("Pod", "shop", "web-75fc97fd9d-crj28");

  private XrayGoldenViews() {}

  private static Trace trace(String command, int others, TraceEvent... acts) {
    return new Trace(new TraceWindow(command, BEGAN, Instant.MAX), List.of(acts), others);
  }

  private static TraceEvent act(int number, Actor by, TraceAction traceAction, int cause) {
    return act(number, by, traceAction, cause, ActionOutcome.DONE, 1);
  }

  private static TraceEvent act(
      int number,
      Actor by,
      TraceAction traceAction,
      int cause,
      ActionOutcome actionOutcome,
      int times) {
    Instant at = BEGAN.plusMillis(200 + 7L * number * number);
    return new TraceEvent("id-" + number, number, by, traceAction, actionOutcome, at, cause, times);
  }

  static List<AttributedString> cluster(RenderContext context) {
    var image =
        new FieldChange("spec.template.spec.containers[nginx].image", "nginx:1.30", "nginx:nope");
    var conflict = new ActionOutcome.Refused(409, "the object has been modified");
    Trace whole =
        trace(
            "kubectl set image deployment/web nginx=nginx:nope",
            3,
            act(1, KUBECTL, new TraceAction.Requested(WEB, "patch", ""), 0),
            act(
                2,
                Actor.API_SERVER,
                new TraceAction.Changed(WEB, List.of(image), "kubectl-set"),
                1),
            act(3, DEPLOYMENTS, new TraceAction.Created(SET, ""), 2),
            act(4, DEPLOYMENTS, new TraceAction.StatusReported(WEB, "ready 2/2"), 2, conflict, 1),
            act(5, REPLICASETS, new TraceAction.Created(POD, ""), 3),
            act(6, Actor.SCHEDULER, new TraceAction.Bound(POD, "deckhand"), 5),
            act(
                7,
                Actor.KUBELET,
                new TraceAction.EventReported(
                    POD, "Pulling", "Pulling image \"nginx:nope\"", false),
                6),
            act(
                8,
                Actor.KUBELET,
                new TraceAction.EventReported(
                    POD,
                    "Failed",
                    "Error: " + ESC + "[31mErrImagePull\n" + ESC + "]0;x\u0007",
                    true),
                7,
                ActionOutcome.DONE,
                3),
            act(
                9,
                SLICES,
                new TraceAction.StatusReported(
                    new ObjectReference("EndpointSlice", "other", "web-q"), "addresses 0"),
                8));
    var refused = new ActionOutcome.Refused(403, "jane may not create deployments");
    Trace none =
        trace(
            "kubectl create deployment web" + ESC + "[2J\nkubectl get pods",
            0,
            act(
                1,
                new Actor(Role.LEARNER, "kubectl as jane"),
                new TraceAction.Requested(WEB, "create", ""),
                0),
            act(2, Actor.API_SERVER, new TraceAction.Created(WEB, ""), 1, refused, 1),
            act(
                3,
                KUBECTL,
                new TraceAction.Requested(new ObjectReference("Pod", "shop", ""), "list", ""),
                0));
    var xrayView = new XrayView(context);
    return LineLayout.separated(
        List.of(
            xrayView.report(new XrayResult.Captured(whole, false), 0),
            xrayView.report(new XrayResult.Captured(none, true), 0),
            xrayView.report(new XrayResult.Captured(trace("ls", 1), true), 0),
            xrayView.report(new XrayResult.Empty(XrayResult.EmptyReason.NO_COMMAND), 0),
            xrayView.update(trace("", 0), 0),
            xrayView.update(whole, 7)));
  }

  static List<AttributedString> engine(RenderContext context) {
    var web = new ObjectReference("container", "", "nice_chatterjee");
    var network = new ObjectReference("network", "", "bridge");
    String path = "/containers/" + "4f5e".repeat(16) + "/start";
    var nothing = new ObjectReference("", "", "");
    var traceEvents = new ArrayList<TraceEvent>();
    traceEvents.add(act(1, DOCKER, new TraceAction.EngineCalled(nothing, "HEAD", "/_ping"), 0));
    traceEvents.add(
        act(2, DOCKER, new TraceAction.EngineCalled(web, "POST", "/containers/create"), 0));
    traceEvents.add(act(3, Actor.ENGINE, new TraceAction.EngineActed(web, "create", ""), 2));
    traceEvents.add(act(4, DOCKER, new TraceAction.EngineCalled(web, "POST", path), 0));
    traceEvents.add(act(5, Actor.ENGINE, new TraceAction.EngineActed(network, "connect", ""), 4));
    traceEvents.add(act(6, Actor.ENGINE, new TraceAction.EngineActed(web, "start", ""), 4));
    traceEvents.add(
        act(7, Actor.ENGINE, new TraceAction.EngineActed(web, "die", "exit code 1"), 6));
    traceEvents.add(
        act(
            8,
            DOCKER,
            new TraceAction.EngineCalled(
                new ObjectReference("container", "", "nope"), "DELETE", "/containers/nope"),
            0,
            new ActionOutcome.Refused(404, ""),
            1));
    var trace = new Trace(new TraceWindow("docker run", BEGAN, Instant.MAX), traceEvents, 0);
    return new XrayView(context).report(new XrayResult.Captured(trace, true), 0);
  }
}
