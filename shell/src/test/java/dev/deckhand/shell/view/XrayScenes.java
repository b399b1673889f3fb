package dev.deckhand.shell.view;

import dev.deckhand.trace.Act;
import dev.deckhand.trace.Actor;
import dev.deckhand.trace.Actor.Role;
import dev.deckhand.trace.Change;
import dev.deckhand.trace.Deed;
import dev.deckhand.trace.Exposure;
import dev.deckhand.trace.Outcome;
import dev.deckhand.trace.Thing;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** What the golden files of X-rays show. */
final class XrayScenes {

  private static final String ESC = "\u001b";
  private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Actor KUBECTL = new Actor(Role.LEARNER, "kubectl");
  private static final Actor DOCKER = new Actor(Role.LEARNER, "docker");
  private static final Actor DEPLOYMENTS = new Actor(Role.CONTROLLER, "deployment controller");
  private static final Actor REPLICASETS = new Actor(Role.CONTROLLER, "ReplicaSet controller");
  private static final Actor SLICES = new Actor(Role.CONTROLLER, "EndpointSlice controller");
  private static final Thing WEB = new Thing("Deployment", "shop", "web");
  private static final Thing SET = new Thing("ReplicaSet", "shop", "web-75fc97fd9d");
  private static final Thing POD = new Thing("Pod", "shop", "web-75fc97fd9d-crj28");

  private XrayScenes() {}

  private static Trace trace(String command, int others, Act... acts) {
    return new Trace(new Window(command, BEGAN, Instant.MAX), List.of(acts), others);
  }

  private static Act act(int number, Actor by, Deed deed, int cause) {
    return act(number, by, deed, cause, Outcome.DONE, 1);
  }

  private static Act act(int number, Actor by, Deed deed, int cause, Outcome outcome, int times) {
    Instant at = BEGAN.plusMillis(200 + 7L * number * number);
    return new Act("id-" + number, number, by, deed, outcome, at, cause, times);
  }

  static List<AttributedString> cluster(Look look) {
    var image =
        new Change("spec.template.spec.containers[nginx].image", "nginx:1.27", "nginx:nope");
    var conflict = new Outcome.Refused(409, "the object has been modified");
    Trace whole =
        trace(
            "kubectl set image deployment/web nginx=nginx:nope",
            3,
            act(1, KUBECTL, new Deed.Asked(WEB, "patch", ""), 0),
            act(2, Actor.API_SERVER, new Deed.Changed(WEB, List.of(image), "kubectl-set"), 1),
            act(3, DEPLOYMENTS, new Deed.Created(SET, ""), 2),
            act(4, DEPLOYMENTS, new Deed.Reported(WEB, "ready 2/2"), 2, conflict, 1),
            act(5, REPLICASETS, new Deed.Created(POD, ""), 3),
            act(6, Actor.SCHEDULER, new Deed.Bound(POD, "deckhand"), 5),
            act(
                7,
                Actor.KUBELET,
                new Deed.Told(POD, "Pulling", "Pulling image \"nginx:nope\"", false),
                6),
            act(
                8,
                Actor.KUBELET,
                new Deed.Told(
                    POD,
                    "Failed",
                    "Error: " + ESC + "[31mErrImagePull\n" + ESC + "]0;x\u0007",
                    true),
                7,
                Outcome.DONE,
                3),
            act(
                9,
                SLICES,
                new Deed.Reported(new Thing("EndpointSlice", "other", "web-q"), "addresses 0"),
                8));
    var refused = new Outcome.Refused(403, "jane may not create deployments");
    Trace none =
        trace(
            "kubectl create deployment web" + ESC + "[2J\nkubectl get pods",
            0,
            act(
                1,
                new Actor(Role.LEARNER, "kubectl as jane"),
                new Deed.Asked(WEB, "create", ""),
                0),
            act(2, Actor.API_SERVER, new Deed.Created(WEB, ""), 1, refused, 1),
            act(3, KUBECTL, new Deed.Asked(new Thing("Pod", "shop", ""), "list", ""), 0));
    var xrays = new Xrays(look);
    return Lines.apart(
        List.of(
            xrays.exposure(new Exposure.Taken(whole, false), 0),
            xrays.exposure(new Exposure.Taken(none, true), 0),
            xrays.exposure(new Exposure.Taken(trace("ls", 1), true), 0),
            xrays.exposure(new Exposure.Blank(Exposure.Why.NO_COMMAND), 0),
            xrays.news(trace("", 0), 0),
            xrays.news(whole, 7)));
  }

  static List<AttributedString> engine(Look look) {
    var web = new Thing("container", "", "nice_chatterjee");
    var network = new Thing("network", "", "bridge");
    String path = "/containers/" + "4f5e".repeat(16) + "/start";
    var nothing = new Thing("", "", "");
    var acts = new ArrayList<Act>();
    acts.add(act(1, DOCKER, new Deed.Called(nothing, "HEAD", "/_ping"), 0));
    acts.add(act(2, DOCKER, new Deed.Called(web, "POST", "/containers/create"), 0));
    acts.add(act(3, Actor.ENGINE, new Deed.Happened(web, "create", ""), 2));
    acts.add(act(4, DOCKER, new Deed.Called(web, "POST", path), 0));
    acts.add(act(5, Actor.ENGINE, new Deed.Happened(network, "connect", ""), 4));
    acts.add(act(6, Actor.ENGINE, new Deed.Happened(web, "start", ""), 4));
    acts.add(act(7, Actor.ENGINE, new Deed.Happened(web, "die", "exit code 1"), 6));
    acts.add(
        act(
            8,
            DOCKER,
            new Deed.Called(new Thing("container", "", "nope"), "DELETE", "/containers/nope"),
            0,
            new Outcome.Refused(404, ""),
            1));
    var trace = new Trace(new Window("docker run", BEGAN, Instant.MAX), acts, 0);
    return new Xrays(look).exposure(new Exposure.Taken(trace, true), 0);
  }
}
