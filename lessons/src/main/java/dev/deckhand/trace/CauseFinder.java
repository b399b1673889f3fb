package dev.deckhand.trace;

import dev.deckhand.trace.Actor.Role;
import java.util.List;

/**
 * Finds why components of a cluster act. Each watches some objects and acts when another changes
 * one, so the cause of an action is the last such change before it.
 */
record CauseFinder(ObjectGraph graph) {

  /** Returns the number of the action that caused this one; 0 if none is known. */
  int causeOf(Actor by, TraceAction action, List<TraceEvent> before) {
    for (TraceEvent earlier : before.reversed()) {
      if (!earlier.isRefused() && ledTo(earlier, by, action)) {
        return earlier.number();
      }
    }
    return 0;
  }

  private boolean ledTo(TraceEvent earlier, Actor by, TraceAction action) {
    if (earlier.action() instanceof TraceAction.Requested
        || earlier.action() instanceof TraceAction.PassedThrough) {
      return false;
    }
    if (by.role() == Role.KUBELET) {
      return earlier.object().equals(action.object()) && triggersKubelet(earlier);
    }
    if (earlier.action() instanceof TraceAction.EventReported) {
      return false;
    }
    if (earlier.actor().equals(by)) {
      return continuesDeletion(earlier, action);
    }
    return concernsSameObject(earlier, action)
        || concernsOwnerOrSibling(earlier, action)
        || concernsReferencedObject(earlier, action);
  }

  /** Whoever deletes an owned object deletes the objects that it owns too. */
  private boolean continuesDeletion(TraceEvent earlier, TraceAction action) {
    return earlier.action() instanceof TraceAction.Deleted
        && action instanceof TraceAction.Deleted
        && graph.owns(earlier.object(), action.object());
  }

  /** The kubelet also continues from its own last action. */
  private static boolean triggersKubelet(TraceEvent earlier) {
    return earlier.actor().role() == Role.KUBELET || earlier.action().changesDesiredState();
  }

  private static boolean concernsSameObject(TraceEvent earlier, TraceAction action) {
    boolean writesDown =
        action instanceof TraceAction.StatusReported || action instanceof TraceAction.EventReported;
    return earlier.object().equals(action.object())
        && (earlier.action().changesDesiredState() || writesDown);
  }

  private boolean concernsOwnerOrSibling(TraceEvent earlier, TraceAction action) {
    if (graph.owns(earlier.object(), action.object())) {
      return earlier.action().changesDesiredState();
    }
    if (graph.owns(action.object(), earlier.object())) {
      return action instanceof TraceAction.StatusReported;
    }
    if (!graph.areSiblings(earlier.object(), action.object())) {
      return false;
    }
    if (action instanceof TraceAction.Created) {
      return earlier.action() instanceof TraceAction.Deleted || hasEnded(earlier.action());
    }
    return (action instanceof TraceAction.Changed || action instanceof TraceAction.Deleted)
        && earlier.action() instanceof TraceAction.StatusReported;
  }

  /** Whether a Pod ended, so that another one may be created. */
  private static boolean hasEnded(TraceAction action) {
    return action instanceof TraceAction.StatusReported(var _, var standing)
        && (standing.startsWith("Failed") || standing.startsWith("Succeeded"));
  }

  private boolean concernsReferencedObject(TraceEvent earlier, TraceAction action) {
    ObjectReference other = earlier.object();
    boolean holdsIt =
        other.kind().equals("Namespace") && other.name().equals(action.object().namespace());
    if (holdsIt) {
      return earlier.action().changesDesiredState()
          && !(action instanceof TraceAction.StatusReported);
    }
    return graph.refersTo(action.object(), other) || graph.refersTo(other, action.object());
  }
}
