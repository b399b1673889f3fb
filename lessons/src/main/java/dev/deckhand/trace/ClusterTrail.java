package dev.deckhand.trace;

import dev.deckhand.check.Node;
import dev.deckhand.trace.Actor.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Follows a cluster's audit log, entry by entry in the order of time, and finds the acts in it. */
final class ClusterTrail {

  private static final String DRY_RUN = "dry run";

  private final Window window;
  private final Kin kin = new Kin();
  private final Causes causes = new Causes(kin);
  private final Trail trail = new Trail();
  private final Map<String, Integer> said = new HashMap<>();

  ClusterTrail(Window window) {
    this.window = window;
  }

  void add(Clue.Request request) {
    Actor by = Identity.of(request.user(), request.agent());
    boolean looks = Verbs.reads(request.verb());
    if (!request.at().isBefore(window.began()) && !isDeckhand(by)) {
      if (by.actsByItself()) {
        ask(request, by, looks);
      } else if (!looks) {
        act(request, by);
      }
    }
    if (!looks && request.status() < 400 && !request.dryRun()) {
      kin.remember(thing(request), request.became());
    }
  }

  /** Deckhand looks and tidies up: no part of what the learner did. */
  private static boolean isDeckhand(Actor by) {
    return by.name().equals("deckhand");
  }

  private void ask(Clue.Request request, Actor by, boolean looks) {
    Thing thing = thing(request);
    var asked = new Deed.Asked(thing, request.verb(), request.subresource());
    Outcome outcome = Outcome.of(request.status(), request.why());
    boolean root = window.holds(request.at());
    int number =
        trail.add(request.id(), by, asked, looks ? outcome : Outcome.DONE, request.at(), 0, root);
    if (!looks) {
      deed(request, thing)
          .ifPresent(deed ->
              trail.add(
                  request.id() + "/done",
                  Actor.API_SERVER,
                  deed,
                  outcome,
                  request.at(),
                  number,
                  false));
    }
  }

  private void act(Clue.Request request, Actor by) {
    Thing thing = thing(request);
    // whose it is says why it is made
    kin.tie(thing, request.became());
    Optional<Deed> found = deed(request, thing);
    if (found.isEmpty()) {
      return;
    }
    Deed deed = found.get();
    Outcome outcome = Outcome.of(request.status(), request.why());
    int cause = causes.of(by, deed, trail.acts());
    String gist = gist(by, deed, outcome);
    Integer before = gist.isEmpty() ? null : said.get(gist);
    if (before != null && trail.isWanted(before) == trail.isWanted(cause)) {
      trail.again(before);
      return;
    }
    int number = trail.add(request.id(), by, deed, outcome, request.at(), cause, false);
    if (deed instanceof Deed.Reported && outcome instanceof Outcome.Done) {
      // another standing is news, and so is the old one after it
      said.keySet().removeIf(key -> key.startsWith(owner(by, deed)));
    }
    if (!gist.isEmpty()) {
      said.put(gist, number);
    }
  }

  /** What makes the same said again no news; empty for what is always news. */
  private static String gist(Actor by, Deed deed, Outcome outcome) {
    return switch (deed) {
      case Deed.Reported(var _, var standing) when outcome instanceof Outcome.Done ->
          owner(by, deed) + standing;
      case Deed.Told(var _, var reason, var message, var _) ->
          "told " + deed.thing() + reason + message;
      case Deed.Reported _,
          Deed.Asked _,
          Deed.Created _,
          Deed.Changed _,
          Deed.Deleted _,
          Deed.Passed _,
          Deed.Bound _,
          Deed.Called _,
          Deed.Happened _ ->
          "";
    };
  }

  private static String owner(Actor by, Deed deed) {
    return "reported " + by.name() + " " + deed.thing() + ": ";
  }

  private Optional<Deed> deed(Clue.Request request, Thing thing) {
    Node became = request.became();
    String manager = manager(became);
    if (request.dryRun()) {
      return Optional.of(new Deed.Passed(thing, DRY_RUN));
    }
    if (request.resource().equals("events")) {
      return told(request);
    }
    return switch (request.subresource()) {
      case "binding" ->
          Optional.of(new Deed.Bound(thing, request.sent().at("target", "name").text()));
      case "status", "finalize" -> Optional.of(new Deed.Reported(thing, Standing.of(became)));
      case "eviction" -> Optional.of(new Deed.Deleted(thing));
      case "", "scale", "approval" ->
          switch (request.verb()) {
            case "create" -> Optional.of(new Deed.Created(thing, manager));
            case "delete", "deletecollection" -> Optional.of(new Deed.Deleted(thing));
            default -> Optional.of(changed(request, thing, manager));
          };
      default -> Optional.of(new Deed.Passed(thing, request.subresource()));
    };
  }

  private Deed changed(Clue.Request request, Thing thing, String manager) {
    if (thing.kind().startsWith("Endpoint")) {
      return new Deed.Reported(thing, Standing.of(request.became()));
    }
    var before = kin.version(thing).orElse(null);
    return new Deed.Changed(
        thing, Changes.between(before, request.became(), request.sent()), manager);
  }

  /** What controllers tell by events in passing is in the log as a deed already. */
  private static Optional<Deed> told(Clue.Request request) {
    Node event = request.became() instanceof Node.Fields ? request.became() : request.sent();
    Node about =
        event.at("involvedObject") instanceof Node.Fields old ? old : event.at("regarding");
    boolean warning = event.at("type").text().equals("Warning");
    Role role = Identity.of(request.user(), request.agent()).role();
    if (!warning && role != Role.KUBELET && role != Role.PROGRAM) {
      return Optional.empty();
    }
    String message = event.at("message").text() + event.at("note").text();
    var thing =
        new Thing(about.at("kind").text(), about.at("namespace").text(), about.at("name").text());
    return Optional.of(new Deed.Told(thing, event.at("reason").text(), message, warning));
  }

  /** Who wrote the object's fields last, by its own record. */
  private static String manager(Node object) {
    String last = "";
    String when = "";
    for (Node entry : Kin.items(object.at("metadata", "managedFields"))) {
      String at = entry.at("time").text();
      if (at.compareTo(when) >= 0) {
        when = at;
        last = entry.at("manager").text();
      }
    }
    return last;
  }

  private static Thing thing(Clue.Request request) {
    String kind = Kinds.of(request.resource());
    String name =
        request.name().isEmpty() ? request.became().at("metadata", "name").text() : request.name();
    return new Thing(kind, kind.equals("Namespace") ? "" : request.namespace(), name);
  }

  Trail.End end() {
    return trail.end();
  }
}
