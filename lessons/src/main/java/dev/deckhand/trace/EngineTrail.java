package dev.deckhand.trace;

import dev.deckhand.trace.Actor.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the calls of a learner's docker and an engine's events, in the order of time. */
final class EngineTrail {

  private static final Set<String> TYPES =
      Set.of("containers", "images", "networks", "volumes", "exec");

  /** What an engine does that leads it to do more; the rest is only looked at or talked to. */
  private static final Set<String> LEADING =
      Set.of(
          "create", "start", "restart", "kill", "stop", "die", "oom", "connect", "unpause",
          "delete");

  private final Window window;
  private final List<Clue> clues = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  EngineTrail(Window window) {
    this.window = window;
  }

  void add(Clue.Call call) {
    clues.add(call);
  }

  void add(Clue.EngineEvent event) {
    if (event.type().equals("container")) {
      names.put(event.key(), event.name());
    }
    clues.add(event);
  }

  Trail.End end() {
    var trail = new Trail();
    var calls = new ArrayList<Numbered>();
    var last = new HashMap<String, Integer>();
    boolean deaf = clues.stream().noneMatch(Clue.Call.class::isInstance);
    for (Clue clue : clues) {
      if (clue.at().isBefore(window.began())) {
        continue;
      }
      switch (clue) {
        case Clue.Call call -> calls.add(new Numbered(call(trail, call), call));
        case Clue.EngineEvent event -> {
          int cause = cause(event, calls, last);
          var thing = new Thing(event.type(), "", event.name());
          var deed = new Deed.Happened(thing, event.action(), event.detail());
          // where nobody notes the calls, what the engine does by itself is all there is to see
          boolean root = deaf && window.holds(event.at()) && !isUnasked(event);
          int number =
              trail.add(event.id(), Actor.ENGINE, deed, Outcome.DONE, event.at(), cause, root);
          if (trail.isWanted(number) && LEADING.contains(event.action())) {
            last.put(event.key(), number);
          }
        }
        case Clue.Request _ -> {}
      }
    }
    return trail.end();
  }

  private record Numbered(int number, Clue.Call call) {}

  private int call(Trail trail, Clue.Call call) {
    var by = new Actor(Role.LEARNER, Identity.program(call.program()));
    var deed = new Deed.Called(thing(call), call.method(), call.path());
    Outcome outcome = Outcome.of(call.status(), "");
    return trail.add(call.id(), by, deed, outcome, call.at(), 0, window.holds(call.at()));
  }

  /** {@code container web} for {@code /containers/4f5e/start}. */
  private Thing thing(Clue.Call call) {
    String[] words = call.path().split("/", -1);
    String type = words.length > 1 ? words[1] : "";
    if (!TYPES.contains(type)) {
      return new Thing("", "", "");
    }
    String key = words.length > 3 || call.method().equals("DELETE") ? words[2] : "";
    String name = key.isEmpty() ? call.name() : nameOf(key);
    return new Thing(type.equals("exec") ? type : type.substring(0, type.length() - 1), "", name);
  }

  private String nameOf(String key) {
    return names.entrySet().stream()
        .filter(known -> known.getKey().startsWith(key) || known.getValue().equals(key))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(key.length() == 64 ? key.substring(0, 12) : key);
  }

  /** The last call about the thing; else what the engine did to it before. */
  private int cause(Clue.EngineEvent event, List<Numbered> calls, Map<String, Integer> last) {
    for (Numbered made : calls.reversed()) {
      if (concerns(made.call(), event)) {
        return made.number();
      }
    }
    return isUnasked(event)
        ? 0
        : last.getOrDefault(event.key(), last.getOrDefault(event.related(), 0));
  }

  /**
   * Commands in a container are Deckhand's too, when it looks; only a call tells whose they are.
   */
  private static boolean isUnasked(Clue.EngineEvent event) {
    return event.action().startsWith("exec_") || event.action().startsWith("health_status");
  }

  private static boolean concerns(Clue.Call call, Clue.EngineEvent event) {
    String path = call.path();
    if (event.action().startsWith("exec_")) {
      boolean makes = path.endsWith("/exec") && isDuring(call, event.at());
      return (makes && event.action().startsWith("exec_create") && names(path, event))
          || (!event.related().isEmpty() && path.startsWith("/exec/" + event.related()));
    }
    if (event.action().equals("die") || event.action().equals("oom")) {
      // a call that only waits or looks did not end it
      return isEnding(call) && names(path, event);
    }
    if (call.method().equals("GET") || call.method().equals("HEAD")) {
      return path.endsWith("/archive") && names(path, event);
    }
    boolean made = path.endsWith("/create") || path.endsWith("/build") || path.endsWith("/prune");
    return isDuring(call, event.at()) && ((made && isOfType(path, event)) || names(path, event));
  }

  private static boolean isEnding(Clue.Call call) {
    return call.path().endsWith("/stop")
        || call.path().endsWith("/kill")
        || call.path().endsWith("/restart")
        || call.method().equals("DELETE");
  }

  private static boolean isOfType(String path, Clue.EngineEvent event) {
    return path.startsWith("/" + event.type())
        || (path.equals("/build") && event.type().equals("image"))
        || (path.startsWith("/containers/create") && event.type().equals("volume"));
  }

  private static boolean names(String path, Clue.EngineEvent event) {
    for (String word : path.split("/", -1)) {
      boolean isKey =
          word.length() >= 12 && (event.key().startsWith(word) || word.equals(event.related()));
      if (isKey || (!word.isEmpty() && word.equals(event.name()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDuring(Clue.Call call, Instant at) {
    boolean open = call.status() == 0;
    return !at.isBefore(call.at()) && (open || !at.isAfter(call.answered().plusMillis(5)));
  }
}
