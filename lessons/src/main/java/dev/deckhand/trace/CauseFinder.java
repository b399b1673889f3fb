package dev.deckhand.trace;

import dev.deckhand.trace.Actor.Role;
import java.util.List;

/**
 * Why parts of a cluster act. Each of them watches some objects, and acts when somebody else has
 * changed one: so the cause of an act is the last such change before it.
 */
record CauseFinder(ObjectGraph graph) {

  /** Returns the number of the act that led to this one; 0 where none is known. */
  int causeOf(Actor by, TraceAction traceAction, List<TraceEvent> before) {
    for (TraceEvent earlier : before.reversed()) {
      if (!earlier.isRefused() && ledTo(earlier, by, traceAction)) {
        return earlier.number();
      }
    }
    return 0;
  }

  private boolean ledTo(TraceEvent earlier, Actor by, TraceAction traceAction) {
    if (earlier.action() instanceof TraceAction.Requested
        || earlier.action() instanceof TraceAction.PassedThrough) {
      return false;
    }
    if (by.role() == Role.KUBELET) {
      return earlier.object().equals(traceAction.object()) && triggersKubelet(earlier);
    }
    if (earlier.action() instanceof TraceAction.EventReported) {
      return false;
    }
    if (earlier.actor().equals(by)) {
      return continuesDeletion(earlier, traceAction);
    }
    return concernsSameObject(earlier, traceAction)
        || concernsOwnerOrSibling(earlier, traceAction)
        || concernsReferencedObject(earlier, traceAction);
  }

  /** Who takes away what belonged to somebody takes away what belonged to that in turn. */
  private boolean continuesDeletion(TraceEvent earlier, TraceAction traceAction) {
    return earlier.action() instanceof TraceAction.Deleted
        && traceAction instanceof TraceAction.Deleted
        && graph.owns(earlier.object(), traceAction.object());
  }

  /** The kubelet goes on from its own last step. */
  private static boolean triggersKubelet(TraceEvent earlier) {
    return earlier.actor().role() == Role.KUBELET || earlier.action().changesDesiredState();
  }

  private static boolean concernsSameObject(TraceEvent earlier, TraceAction traceAction) {
    boolean writesDown =
        traceAction instanceof TraceAction.StatusReported
            || traceAction instanceof TraceAction.EventReported;
    return earlier.object().equals(traceAction.object())
        && (earlier.action().changesDesiredState() || writesDown);
  }

  private boolean concernsOwnerOrSibling(TraceEvent earlier, TraceAction traceAction) {
    if (graph.owns(earlier.object(), traceAction.object())) {
      return earlier.action().changesDesiredState();
    }
    if (graph.owns(traceAction.object(), earlier.object())) {
      return traceAction instanceof TraceAction.StatusReported;
    }
    if (!graph.areSiblings(earlier.object(), traceAction.object())) {
      return false;
    }
    return switch (traceAction) {
      case TraceAction.Created _ ->
          earlier.action() instanceof TraceAction.Deleted || hasEnded(earlier.action());
      case TraceAction.Changed _, TraceAction.Deleted _ ->
          earlier.action() instanceof TraceAction.StatusReported;
      case TraceAction.Requested _,
          TraceAction.PassedThrough _,
          TraceAction.Bound _,
          TraceAction.StatusReported _,
          TraceAction.EventReported _,
          TraceAction.EngineCalled _,
          TraceAction.EngineActed _ ->
          false;
    };
  }

  /** A Pod that ended leaves room for the next one. */
  private static boolean hasEnded(TraceAction traceAction) {
    return traceAction instanceof TraceAction.StatusReported(var _, var standing)
        && (standing.startsWith("Failed") || standing.startsWith("Succeeded"));
  }

  private boolean concernsReferencedObject(TraceEvent earlier, TraceAction traceAction) {
    ObjectReference other = earlier.object();
    boolean holdsIt =
        other.kind().equals("Namespace") && other.name().equals(traceAction.object().namespace());
    if (holdsIt) {
      return earlier.action().changesDesiredState()
          && !(traceAction instanceof TraceAction.StatusReported);
    }
    return graph.refersTo(traceAction.object(), other)
        || graph.refersTo(other, traceAction.object());
  }
}
