package dev.deckhand.trace;

import dev.deckhand.trace.Actor.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the actions in the calls of the learner's programs and in the engine's events. */
final class EngineTracer {

  private static final Set<String> OBJECT_TYPES =
      Set.of("containers", "images", "networks", "volumes", "exec");

  /** Where images are built: by the first builder, and by BuildKit, which is asked over streams. */
  private static final Set<String> BUILDER_PATHS = Set.of("/build", "/grpc");

  /** The status of a call whose connection goes on as a stream. */
  private static final int STREAM = 101;

  /** Actions of an engine that cause more of them. */
  private static final Set<String> CAUSING_ACTIONS =
      Set.of(
          "create", "start", "restart", "kill", "stop", "die", "oom", "connect", "unpause",
          "delete");

  private final TraceWindow window;
  private final List<ActivityRecord> records = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  EngineTracer(TraceWindow window) {
    this.window = window;
  }

  void add(ActivityRecord.EngineCall engineCall) {
    records.add(engineCall);
  }

  void add(ActivityRecord.EngineEvent event) {
    if (event.type().equals("container")) {
      names.put(event.objectId(), event.name());
    }
    records.add(event);
  }

  TraceBuilder.PartialTrace build() {
    var builder = new TraceBuilder();
    var calls = new ArrayList<NumberedCall>();
    var last = new HashMap<String, Integer>();
    boolean deaf = records.stream().noneMatch(ActivityRecord.EngineCall.class::isInstance);
    for (ActivityRecord one : records) {
      if (one.at().isBefore(window.start())) {
        continue;
      }
      switch (one) {
        case ActivityRecord.EngineCall engineCall ->
            calls.add(new NumberedCall(addCall(builder, engineCall), engineCall));
        case ActivityRecord.EngineEvent event -> {
          int cause = cause(event, calls, last);
          var target = new ObjectReference(event.type(), "", event.name());
          var engineActed = new TraceAction.EngineActed(target, event.action(), event.detail());
          // without records of calls, there are only events
          boolean root = deaf && window.contains(event.at()) && !isSpontaneous(event);
          int number =
              builder.add(
                  event.id(),
                  Actor.ENGINE,
                  engineActed,
                  ActionOutcome.DONE,
                  event.at(),
                  cause,
                  root);
          if (builder.isCausedByCommand(number) && CAUSING_ACTIONS.contains(event.action())) {
            last.put(event.objectId(), number);
          }
        }
        case ActivityRecord.ApiRequest _ -> {}
      }
    }
    return builder.build();
  }

  private record NumberedCall(int number, ActivityRecord.EngineCall call) {}

  private int addCall(TraceBuilder builder, ActivityRecord.EngineCall engineCall) {
    var by = new Actor(Role.LEARNER, ActorResolver.program(engineCall.program()));
    var engineCalled =
        new TraceAction.EngineCalled(objectOf(engineCall), engineCall.method(), engineCall.path());
    ActionOutcome outcome = ActionOutcome.of(engineCall.status(), "");
    return builder.add(
        engineCall.id(),
        by,
        engineCalled,
        outcome,
        engineCall.at(),
        0,
        window.contains(engineCall.at()));
  }

  /** {@code container web} for {@code /containers/4f5e/start}. */
  private ObjectReference objectOf(ActivityRecord.EngineCall engineCall) {
    String[] words = engineCall.path().split("/", -1);
    String type = words.length > 1 ? words[1] : "";
    if (!OBJECT_TYPES.contains(type)) {
      return new ObjectReference("", "", "");
    }
    String key = words.length > 3 || engineCall.method().equals("DELETE") ? words[2] : "";
    String name = key.isEmpty() ? engineCall.name() : nameOf(key);
    return new ObjectReference(
        type.equals("exec") ? type : type.substring(0, type.length() - 1), "", name);
  }

  private String nameOf(String key) {
    return names.entrySet().stream()
        .filter(known -> known.getKey().startsWith(key) || known.getValue().equals(key))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(key.length() == 64 ? key.substring(0, 12) : key);
  }

  /** Returns the last call about the object, or else the engine's last action on it. */
  private int cause(
      ActivityRecord.EngineEvent event, List<NumberedCall> calls, Map<String, Integer> last) {
    for (NumberedCall made : calls.reversed()) {
      if (isCausedBy(made.call(), event)) {
        return made.number();
      }
    }
    return isSpontaneous(event)
        ? 0
        : last.getOrDefault(event.objectId(), last.getOrDefault(event.relatedId(), 0));
  }

  /** Whether an event may come from Deckhand's own checks: only a call tells who ran a command. */
  private static boolean isSpontaneous(ActivityRecord.EngineEvent event) {
    return event.action().startsWith("exec_") || event.action().startsWith("health_status");
  }

  private static boolean isCausedBy(
      ActivityRecord.EngineCall engineCall, ActivityRecord.EngineEvent event) {
    String path = engineCall.path();
    if (event.action().startsWith("exec_")) {
      boolean makes = path.endsWith("/exec") && isWithinCall(engineCall, event.at());
      return (makes && event.action().startsWith("exec_create") && mentionsObject(path, event))
          || (!event.relatedId().isEmpty() && path.startsWith("/exec/" + event.relatedId()));
    }
    if (event.action().equals("die") || event.action().equals("oom")) {
      // a call that only waits or reads didn't end it
      return isEnding(engineCall) && mentionsObject(path, event);
    }
    if (engineCall.method().equals("GET") || engineCall.method().equals("HEAD")) {
      return path.endsWith("/archive") && mentionsObject(path, event);
    }
    boolean made =
        path.endsWith("/create")
            || path.endsWith("/prune")
            || path.endsWith("/tag")
            || BUILDER_PATHS.contains(path);
    return isWithinCall(engineCall, event.at())
        && ((made && isOfType(path, event)) || mentionsObject(path, event));
  }

  private static boolean isEnding(ActivityRecord.EngineCall engineCall) {
    return engineCall.path().endsWith("/stop")
        || engineCall.path().endsWith("/kill")
        || engineCall.path().endsWith("/restart")
        || engineCall.method().equals("DELETE");
  }

  private static boolean isOfType(String path, ActivityRecord.EngineEvent event) {
    return path.startsWith("/" + event.type())
        || (BUILDER_PATHS.contains(path) && event.type().equals("image"))
        || (path.startsWith("/containers/create") && event.type().equals("volume"));
  }

  private static boolean mentionsObject(String path, ActivityRecord.EngineEvent event) {
    for (String word : path.split("/", -1)) {
      boolean isKey =
          word.length() >= 12
              && (event.objectId().startsWith(word) || word.equals(event.relatedId()));
      if (isKey || (!word.isEmpty() && word.equals(event.name()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithinCall(ActivityRecord.EngineCall engineCall, Instant at) {
    boolean open =
        engineCall.status() == 0
            || (engineCall.status() == STREAM && BUILDER_PATHS.contains(engineCall.path()));
    return !at.isBefore(engineCall.at())
        && (open || !at.isAfter(engineCall.answeredAt().plusMillis(5)));
  }
}
