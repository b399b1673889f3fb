package dev.deckhand.shell.view.xray;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextKey;
import dev.deckhand.trace.Actor;
import dev.deckhand.trace.Actor.Role;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceAction;
import dev.deckhand.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/**
 * The actors as boxes: active ones have a heavy frame, a mark and the numbers of their actions;
 * idle ones have a light frame. Immutable.
 */
final class ActorDiagram {

  /** Those whom the texts speak of: they are there whether they acted or not. */
  private static final List<Actor> CLUSTER =
      List.of(
          new Actor(Role.CONTROLLER, "deployment controller"),
          new Actor(Role.CONTROLLER, "ReplicaSet controller"),
          Actor.SCHEDULER,
          Actor.KUBELET);

  private final RenderContext context;

  ActorDiagram(RenderContext context) {
    this.context = context;
  }

  /** Draws the actors of a trace; nothing where there is no room, or no way to draw boxes. */
  List<AttributedString> draw(Trace trace) {
    if (!context.canDrawBoxes()) {
      return List.of();
    }
    var numbers = new LinkedHashMap<Actor, List<Integer>>();
    trace
        .events()
        .forEach(traceEvent ->
            numbers
                .computeIfAbsent(traceEvent.actor(), _ -> new ArrayList<>())
                .add(traceEvent.number()));
    boolean engine = trace.events().stream().anyMatch(ActorDiagram::isOfEngine);
    boolean cluster = trace.events().stream().anyMatch(traceEvent -> !isOfEngine(traceEvent));
    var parts = new ArrayList<List<AttributedString>>();
    if (cluster) {
      parts.add(cluster(trace, numbers));
    }
    if (engine) {
      parts.add(engine(trace, numbers));
    }
    return LineLayout.separated(parts);
  }

  private static boolean isOfEngine(TraceEvent traceEvent) {
    return traceEvent.action() instanceof TraceAction.EngineCalled
        || traceEvent.action() instanceof TraceAction.EngineActed;
  }

  private List<AttributedString> cluster(Trace trace, Map<Actor, List<Integer>> numbers) {
    var first =
        numbers.keySet().stream()
            .filter(actor -> actor.role() == Role.LEARNER || actor.role() == Role.PROGRAM)
            .filter(actor ->
                trace.events().stream()
                    .anyMatch(
                        traceEvent -> traceEvent.actor().equals(actor) && !isOfEngine(traceEvent)))
            .findFirst();
    boolean wrote =
        trace.events().stream()
            .anyMatch(traceEvent ->
                !traceEvent.isRefused()
                    && !(traceEvent.action() instanceof TraceAction.Requested)
                    && !(traceEvent.action() instanceof TraceAction.PassedThrough));
    var boxDiagram = new BoxDiagram(context);
    var top = new ArrayList<BoxDiagram.Box>();
    first.ifPresent(actor -> top.add(box(actor, numbers)));
    top.add(respondingBox(Actor.API_SERVER, numbers));
    top.add(
        new BoxDiagram.Box(
            context.format(TextKey.XRAY_STORE),
            wrote ? context.format(TextKey.XRAY_WRITTEN) : idle(),
            wrote));
    var others = new ArrayList<BoxDiagram.Box>();
    CLUSTER.forEach(actor -> others.add(box(actor, numbers)));
    numbers.keySet().stream()
        .filter(actor -> !CLUSTER.contains(actor) && !actor.equals(Actor.API_SERVER))
        .filter(actor -> actor.role() != Role.ENGINE && !first.equals(java.util.Optional.of(actor)))
        .filter(actor ->
            trace.events().stream()
                .anyMatch(
                    traceEvent -> traceEvent.actor().equals(actor) && !isOfEngine(traceEvent)))
        .forEach(actor -> others.add(box(actor, numbers)));
    return boxDiagram.hub(top, top.size() - 2, others);
  }

  private List<AttributedString> engine(Trace trace, Map<Actor, List<Integer>> numbers) {
    var top = new ArrayList<BoxDiagram.Box>();
    numbers.keySet().stream()
        .filter(actor -> actor.role() == Role.LEARNER)
        .filter(actor ->
            trace.events().stream()
                .anyMatch(traceEvent -> traceEvent.actor().equals(actor) && isOfEngine(traceEvent)))
        .findFirst()
        .ifPresent(actor -> top.add(box(actor, numbers)));
    top.add(respondingBox(Actor.ENGINE, numbers));
    var things = new LinkedHashMap<String, List<Integer>>();
    trace.events().stream()
        .filter(traceEvent -> traceEvent.action() instanceof TraceAction.EngineActed)
        .forEach(traceEvent ->
            things
                .computeIfAbsent(
                    traceEvent.object().kind() + " " + traceEvent.object().name(),
                    _ -> new ArrayList<>())
                .add(traceEvent.number()));
    var below = new ArrayList<BoxDiagram.Box>();
    things.forEach(
        (thing, of) -> below.add(new BoxDiagram.Box(thing, BoxDiagram.ranges(of), true)));
    return new BoxDiagram(context).hub(top, top.size() - 1, below);
  }

  /** Whoever is asked acts, if only by its answer. */
  private BoxDiagram.Box respondingBox(Actor actor, Map<Actor, List<Integer>> numbers) {
    var of = numbers.get(actor);
    String below = of == null ? context.format(TextKey.XRAY_ANSWERED) : BoxDiagram.ranges(of);
    return new BoxDiagram.Box(actor.name(), below, true);
  }

  private BoxDiagram.Box box(Actor actor, Map<Actor, List<Integer>> numbers) {
    return new BoxDiagram.Box(actor.name(), actNumbers(actor, numbers), numbers.containsKey(actor));
  }

  private String actNumbers(Actor actor, Map<Actor, List<Integer>> numbers) {
    var of = numbers.get(actor);
    return of == null ? idle() : BoxDiagram.ranges(of);
  }

  private String idle() {
    return context.format(TextKey.XRAY_IDLE);
  }
}
