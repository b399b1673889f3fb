package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.trace.Actor.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Follows a cluster's audit log, entry by entry in the order of time, and finds the acts in it. */
final class ClusterTracer {

  private static final String DRY_RUN = "dry run";

  private final TraceWindow traceWindow;
  private final ObjectGraph graph = new ObjectGraph();
  private final CauseFinder causeFinder = new CauseFinder(graph);
  private final TraceBuilder builder = new TraceBuilder();
  private final Map<String, Integer> numbersByRepetitionKey = new HashMap<>();

  ClusterTracer(TraceWindow traceWindow) {
    this.traceWindow = traceWindow;
  }

  void add(ActivityRecord.ApiRequest apiRequest) {
    Actor by = ActorResolver.resolve(apiRequest.user(), apiRequest.agent());
    boolean looks = ApiVerbs.isRead(apiRequest.verb());
    if (!apiRequest.at().isBefore(traceWindow.start()) && !isDeckhand(by)) {
      if (by.isInitiator()) {
        addRequest(apiRequest, by, looks);
      } else if (!looks) {
        addReaction(apiRequest, by);
      }
    }
    if (!looks && apiRequest.status() < 400 && !apiRequest.dryRun()) {
      graph.update(objectOf(apiRequest), apiRequest.responseObject());
    }
  }

  /** Deckhand looks and tidies up: no part of what the learner did. */
  private static boolean isDeckhand(Actor by) {
    return by.name().equals("deckhand");
  }

  private void addRequest(ActivityRecord.ApiRequest apiRequest, Actor by, boolean looks) {
    ObjectReference objectReference = objectOf(apiRequest);
    var requested =
        new TraceAction.Requested(objectReference, apiRequest.verb(), apiRequest.subresource());
    ActionOutcome actionOutcome = ActionOutcome.of(apiRequest.status(), apiRequest.reason());
    boolean root = traceWindow.contains(apiRequest.at());
    int number =
        builder.add(
            apiRequest.id(),
            by,
            requested,
            looks ? actionOutcome : ActionOutcome.DONE,
            apiRequest.at(),
            0,
            root);
    if (!looks) {
      actionOf(apiRequest, objectReference)
          .ifPresent(traceAction ->
              builder.add(
                  apiRequest.id() + "/done",
                  Actor.API_SERVER,
                  traceAction,
                  actionOutcome,
                  apiRequest.at(),
                  number,
                  false));
    }
  }

  private void addReaction(ActivityRecord.ApiRequest apiRequest, Actor by) {
    ObjectReference objectReference = objectOf(apiRequest);
    // whose it is says why it is made
    graph.link(objectReference, apiRequest.responseObject());
    Optional<TraceAction> found = actionOf(apiRequest, objectReference);
    if (found.isEmpty()) {
      return;
    }
    TraceAction traceAction = found.get();
    ActionOutcome actionOutcome = ActionOutcome.of(apiRequest.status(), apiRequest.reason());
    int cause = causeFinder.causeOf(by, traceAction, builder.events());
    String gist = repetitionKey(by, traceAction, actionOutcome);
    Integer before = gist.isEmpty() ? null : numbersByRepetitionKey.get(gist);
    if (before != null && builder.isCausedByCommand(before) == builder.isCausedByCommand(cause)) {
      builder.countRepetition(before);
      return;
    }
    int number =
        builder.add(apiRequest.id(), by, traceAction, actionOutcome, apiRequest.at(), cause, false);
    if (traceAction instanceof TraceAction.StatusReported
        && actionOutcome instanceof ActionOutcome.Done) {
      // another standing is news, and so is the old one after it
      numbersByRepetitionKey
          .keySet()
          .removeIf(key -> key.startsWith(statusKeyPrefix(by, traceAction)));
    }
    if (!gist.isEmpty()) {
      numbersByRepetitionKey.put(gist, number);
    }
  }

  /** What makes the same said again no news; empty for what is always news. */
  private static String repetitionKey(
      Actor by, TraceAction traceAction, ActionOutcome actionOutcome) {
    return switch (traceAction) {
      case TraceAction.StatusReported(var _, var standing)
          when actionOutcome instanceof ActionOutcome.Done ->
          statusKeyPrefix(by, traceAction) + standing;
      case TraceAction.EventReported(var _, var reason, var message, var _) ->
          "told " + traceAction.object() + reason + message;
      case TraceAction.StatusReported _,
          TraceAction.Requested _,
          TraceAction.Created _,
          TraceAction.Changed _,
          TraceAction.Deleted _,
          TraceAction.PassedThrough _,
          TraceAction.Bound _,
          TraceAction.EngineCalled _,
          TraceAction.EngineActed _ ->
          "";
    };
  }

  private static String statusKeyPrefix(Actor by, TraceAction traceAction) {
    return "reported " + by.name() + " " + traceAction.object() + ": ";
  }

  private Optional<TraceAction> actionOf(
      ActivityRecord.ApiRequest apiRequest, ObjectReference objectReference) {
    DataNode became = apiRequest.responseObject();
    String manager = manager(became);
    if (apiRequest.dryRun()) {
      return Optional.of(new TraceAction.PassedThrough(objectReference, DRY_RUN));
    }
    if (apiRequest.resource().equals("events")) {
      return eventReport(apiRequest);
    }
    return switch (apiRequest.subresource()) {
      case "binding" ->
          Optional.of(
              new TraceAction.Bound(
                  objectReference, apiRequest.requestObject().at("target", "name").text()));
      case "status", "finalize" ->
          Optional.of(new TraceAction.StatusReported(objectReference, StatusSummary.of(became)));
      case "eviction" -> Optional.of(new TraceAction.Deleted(objectReference));
      case "", "scale", "approval" ->
          switch (apiRequest.verb()) {
            case "create" -> Optional.of(new TraceAction.Created(objectReference, manager));
            case "delete", "deletecollection" ->
                Optional.of(new TraceAction.Deleted(objectReference));
            default -> Optional.of(changeOf(apiRequest, objectReference, manager));
          };
      default ->
          Optional.of(new TraceAction.PassedThrough(objectReference, apiRequest.subresource()));
    };
  }

  private TraceAction changeOf(
      ActivityRecord.ApiRequest apiRequest, ObjectReference objectReference, String manager) {
    if (objectReference.kind().startsWith("Endpoint")) {
      return new TraceAction.StatusReported(
          objectReference, StatusSummary.of(apiRequest.responseObject()));
    }
    var before = graph.version(objectReference).orElse(null);
    return new TraceAction.Changed(
        objectReference,
        FieldDiff.between(before, apiRequest.responseObject(), apiRequest.requestObject()),
        manager);
  }

  /** What controllers tell by events in passing is in the log as a deed already. */
  private static Optional<TraceAction> eventReport(ActivityRecord.ApiRequest apiRequest) {
    DataNode event =
        apiRequest.responseObject() instanceof DataNode.Fields
            ? apiRequest.responseObject()
            : apiRequest.requestObject();
    DataNode about =
        event.at("involvedObject") instanceof DataNode.Fields old ? old : event.at("regarding");
    boolean warning = event.at("type").text().equals("Warning");
    Role role = ActorResolver.resolve(apiRequest.user(), apiRequest.agent()).role();
    if (!warning && role != Role.KUBELET && role != Role.PROGRAM) {
      return Optional.empty();
    }
    String message = event.at("message").text() + event.at("note").text();
    var objectReference =
        new ObjectReference(
            about.at("kind").text(), about.at("namespace").text(), about.at("name").text());
    return Optional.of(
        new TraceAction.EventReported(
            objectReference, event.at("reason").text(), message, warning));
  }

  /** Who wrote the object's fields last, by its own record. */
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

  private static ObjectReference objectOf(ActivityRecord.ApiRequest apiRequest) {
    String kind = KindNames.ofResource(apiRequest.resource());
    String name =
        apiRequest.name().isEmpty()
            ? apiRequest.responseObject().at("metadata", "name").text()
            : apiRequest.name();
    return new ObjectReference(kind, kind.equals("Namespace") ? "" : apiRequest.namespace(), name);
  }

  TraceBuilder.PartialTrace build() {
    return builder.build();
  }
}
