package dev.deckhand.shell.view;

import dev.deckhand.trace.Act;
import dev.deckhand.trace.Actor;
import dev.deckhand.trace.Actor.Role;
import dev.deckhand.trace.Deed;
import dev.deckhand.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/**
 * The actors as boxes: whoever acted is drawn with a heavy frame, a mark and the numbers of the
 * acts; whoever did not, with a light one. Immutable.
 */
final class ActorsPicture {

  /** Those whom the texts speak of: they are there whether they acted or not. */
  private static final List<Actor> CLUSTER =
      List.of(
          new Actor(Role.CONTROLLER, "deployment controller"),
          new Actor(Role.CONTROLLER, "ReplicaSet controller"),
          Actor.SCHEDULER,
          Actor.KUBELET);

  private final Look look;

  ActorsPicture(Look look) {
    this.look = look;
  }

  /** Draws the actors of a trace; nothing where there is no room, or no way to draw boxes. */
  List<AttributedString> draw(Trace trace) {
    if (!look.draws()) {
      return List.of();
    }
    var numbers = new LinkedHashMap<Actor, List<Integer>>();
    trace
        .acts()
        .forEach(
            act -> numbers.computeIfAbsent(act.by(), _ -> new ArrayList<>()).add(act.number()));
    boolean engine = trace.acts().stream().anyMatch(ActorsPicture::isOfEngine);
    boolean cluster = trace.acts().stream().anyMatch(act -> !isOfEngine(act));
    var parts = new ArrayList<List<AttributedString>>();
    if (cluster) {
      parts.add(cluster(trace, numbers));
    }
    if (engine) {
      parts.add(engine(trace, numbers));
    }
    return Lines.apart(parts);
  }

  private static boolean isOfEngine(Act act) {
    return act.deed() instanceof Deed.Called || act.deed() instanceof Deed.Happened;
  }

  private List<AttributedString> cluster(Trace trace, Map<Actor, List<Integer>> numbers) {
    var first =
        numbers.keySet().stream()
            .filter(actor -> actor.role() == Role.LEARNER || actor.role() == Role.PROGRAM)
            .filter(actor ->
                trace.acts().stream().anyMatch(act -> act.by().equals(actor) && !isOfEngine(act)))
            .findFirst();
    boolean wrote =
        trace.acts().stream()
            .anyMatch(act ->
                !act.refused()
                    && !(act.deed() instanceof Deed.Asked)
                    && !(act.deed() instanceof Deed.Passed));
    var boxes = new Boxes(look);
    var top = new ArrayList<Boxes.Box>();
    first.ifPresent(actor -> top.add(box(actor, numbers)));
    top.add(answering(Actor.API_SERVER, numbers));
    top.add(
        new Boxes.Box(
            look.say(Phrase.XRAY_STORE), wrote ? look.say(Phrase.XRAY_WRITTEN) : idle(), wrote));
    var others = new ArrayList<Boxes.Box>();
    CLUSTER.forEach(actor -> others.add(box(actor, numbers)));
    numbers.keySet().stream()
        .filter(actor -> !CLUSTER.contains(actor) && !actor.equals(Actor.API_SERVER))
        .filter(actor -> actor.role() != Role.ENGINE && !first.equals(java.util.Optional.of(actor)))
        .filter(actor ->
            trace.acts().stream().anyMatch(act -> act.by().equals(actor) && !isOfEngine(act)))
        .forEach(actor -> others.add(box(actor, numbers)));
    return boxes.hub(top, top.size() - 2, others);
  }

  private List<AttributedString> engine(Trace trace, Map<Actor, List<Integer>> numbers) {
    var top = new ArrayList<Boxes.Box>();
    numbers.keySet().stream()
        .filter(actor -> actor.role() == Role.LEARNER)
        .filter(actor ->
            trace.acts().stream().anyMatch(act -> act.by().equals(actor) && isOfEngine(act)))
        .findFirst()
        .ifPresent(actor -> top.add(box(actor, numbers)));
    top.add(answering(Actor.ENGINE, numbers));
    var things = new LinkedHashMap<String, List<Integer>>();
    trace.acts().stream()
        .filter(act -> act.deed() instanceof Deed.Happened)
        .forEach(act ->
            things
                .computeIfAbsent(
                    act.thing().kind() + " " + act.thing().name(), _ -> new ArrayList<>())
                .add(act.number()));
    var below = new ArrayList<Boxes.Box>();
    things.forEach((thing, of) -> below.add(new Boxes.Box(thing, Boxes.ranges(of), true)));
    return new Boxes(look).hub(top, top.size() - 1, below);
  }

  /** Whoever is asked acts, if only by its answer. */
  private Boxes.Box answering(Actor actor, Map<Actor, List<Integer>> numbers) {
    var of = numbers.get(actor);
    String below = of == null ? look.say(Phrase.XRAY_ANSWERED) : Boxes.ranges(of);
    return new Boxes.Box(actor.name(), below, true);
  }

  private Boxes.Box box(Actor actor, Map<Actor, List<Integer>> numbers) {
    return new Boxes.Box(actor.name(), acts(actor, numbers), numbers.containsKey(actor));
  }

  private String acts(Actor actor, Map<Actor, List<Integer>> numbers) {
    var of = numbers.get(actor);
    return of == null ? idle() : Boxes.ranges(of);
  }

  private String idle() {
    return look.say(Phrase.XRAY_IDLE);
  }
}
