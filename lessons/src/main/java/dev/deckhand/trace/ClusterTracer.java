package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.trace.Actor.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the actions in a cluster's audit log, which it reads in the order of time. */
final class ClusterTracer {

  private static final String DRY_RUN = "dry run";

  private final TraceWindow window;
  private final ObjectGraph graph = new ObjectGraph();
  private final CauseFinder causeFinder = new CauseFinder(graph);
  private final TraceBuilder builder = new TraceBuilder();
  private final Map<String, Integer> numbersByRepetitionKey = new HashMap<>();

  ClusterTracer(TraceWindow window) {
    this.window = window;
  }

  void add(ActivityRecord.ApiRequest request) {
    Actor by = ActorResolver.resolve(request.user(), request.agent());
    boolean looks = ApiVerbs.isRead(request.verb());
    if (!request.at().isBefore(window.start()) && !isDeckhand(by)) {
      if (by.isInitiator()) {
        addRequest(request, by, looks);
      } else if (!looks) {
        addReaction(request, by);
      }
    }
    if (!looks && request.status() < 400 && !request.dryRun()) {
      graph.update(objectOf(request), request.responseObject());
    }
  }

  /** Deckhand's own requests aren't part of what the learner did. */
  private static boolean isDeckhand(Actor by) {
    return by.name().equals("deckhand");
  }

  private void addRequest(ActivityRecord.ApiRequest request, Actor by, boolean looks) {
    ObjectReference target = objectOf(request);
    var requested = new TraceAction.Requested(target, request.verb(), request.subresource());
    ActionOutcome outcome = ActionOutcome.of(request.status(), request.reason());
    boolean root = window.contains(request.at());
    int number =
        builder.add(
            request.id(),
            by,
            requested,
            looks ? outcome : ActionOutcome.DONE,
            request.at(),
            0,
            root);
    if (!looks) {
      actionOf(request, target)
          .ifPresent(action ->
              builder.add(
                  request.id() + "/done",
                  Actor.API_SERVER,
                  action,
                  outcome,
                  request.at(),
                  number,
                  false));
    }
  }

  private void addReaction(ActivityRecord.ApiRequest request, Actor by) {
    ObjectReference target = objectOf(request);
    // its owner tells why it is created
    graph.link(target, request.responseObject());
    Optional<TraceAction> found = actionOf(request, target);
    if (found.isEmpty()) {
      return;
    }
    TraceAction action = found.get();
    ActionOutcome outcome = ActionOutcome.of(request.status(), request.reason());
    int cause = causeFinder.causeOf(by, action, builder.events());
    String gist = repetitionKey(by, action, outcome);
    Integer before = gist.isEmpty() ? null : numbersByRepetitionKey.get(gist);
    if (before != null && builder.isCausedByCommand(before) == builder.isCausedByCommand(cause)) {
      builder.countRepetition(before);
      return;
    }
    int number = builder.add(request.id(), by, action, outcome, request.at(), cause, false);
    if (action instanceof TraceAction.StatusReported && outcome instanceof ActionOutcome.Done) {
      // after another status, the old one is news again
      numbersByRepetitionKey.keySet().removeIf(key -> key.startsWith(statusKeyPrefix(by, action)));
    }
    if (!gist.isEmpty()) {
      numbersByRepetitionKey.put(gist, number);
    }
  }

  /** A key that is equal for repetitions; empty for actions that are never repetitions. */
  private static String repetitionKey(Actor by, TraceAction action, ActionOutcome outcome) {
    if (action instanceof TraceAction.StatusReported(var _, var status)
        && outcome instanceof ActionOutcome.Done) {
      return statusKeyPrefix(by, action) + status;
    }
    return action instanceof TraceAction.EventReported(var target, var reason, var message, var _)
        ? "told " + target + reason + message
        : "";
  }

  private static String statusKeyPrefix(Actor by, TraceAction action) {
    return "reported " + by.name() + " " + action.object() + ": ";
  }

  private Optional<TraceAction> actionOf(
      ActivityRecord.ApiRequest request, ObjectReference target) {
    DataNode became = request.responseObject();
    String manager = manager(became);
    if (request.dryRun()) {
      return Optional.of(new TraceAction.PassedThrough(target, DRY_RUN));
    }
    if (request.resource().equals("events")) {
      return eventReport(request);
    }
    return switch (request.subresource()) {
      case "binding" ->
          Optional.of(
              new TraceAction.Bound(target, request.requestObject().at("target", "name").text()));
      case "status", "finalize" ->
          Optional.of(new TraceAction.StatusReported(target, StatusSummary.of(became)));
      case "eviction" -> Optional.of(new TraceAction.Deleted(target));
      case "", "scale", "approval" ->
          switch (request.verb()) {
            case "create" -> Optional.of(new TraceAction.Created(target, manager));
            case "delete", "deletecollection" -> Optional.of(new TraceAction.Deleted(target));
            default -> Optional.of(changeOf(request, target, manager));
          };
      default -> Optional.of(new TraceAction.PassedThrough(target, request.subresource()));
    };
  }

  private TraceAction changeOf(
      ActivityRecord.ApiRequest request, ObjectReference target, String manager) {
    if (target.kind().startsWith("Endpoint")) {
      return new TraceAction.StatusReported(target, StatusSummary.of(request.responseObject()));
    }
    var before = graph.version(target).orElse(null);
    return new TraceAction.Changed(
        target,
        FieldDiff.between(before, request.responseObject(), request.requestObject()),
        manager);
  }

  /** Events of controllers, except warnings, repeat actions that are in the log anyway. */
  private static Optional<TraceAction> eventReport(ActivityRecord.ApiRequest request) {
    DataNode event =
        request.responseObject() instanceof DataNode.Fields
            ? request.responseObject()
            : request.requestObject();
    DataNode about =
        event.at("involvedObject") instanceof DataNode.Fields old ? old : event.at("regarding");
    boolean warning = event.at("type").text().equals("Warning");
    Role role = ActorResolver.resolve(request.user(), request.agent()).role();
    if (!warning && role != Role.KUBELET && role != Role.PROGRAM) {
      return Optional.empty();
    }
    String message = event.at("message").text() + event.at("note").text();
    var target =
        new ObjectReference(
            about.at("kind").text(), about.at("namespace").text(), about.at("name").text());
    return Optional.of(
        new TraceAction.EventReported(target, event.at("reason").text(), message, warning));
  }

  /** Returns the manager that wrote fields of the object last. */
  private static String manager(DataNode object) {
    String last = "";
    String when = "";
    for (DataNode entry : ObjectGraph.items(object.at("metadata", "managedFields"))) {
      String at = entry.at("time").text();
      if (at.compareTo(when) >= 0) {
        when = at;
        last = entry.at("manager").text();
      }
    }
    return last;
  }

  private static ObjectReference objectOf(ActivityRecord.ApiRequest request) {
    String kind = KindNames.ofResource(request.resource());
    String name =
        request.name().isEmpty()
            ? request.responseObject().at("metadata", "name").text()
            : request.name();
    return new ObjectReference(kind, kind.equals("Namespace") ? "" : request.namespace(), name);
  }

  TraceBuilder.PartialTrace build() {
    return builder.build();
  }
}
