package dev.deckhand.trace;

import dev.deckhand.trace.Actor.Role;
import java.util.List;

/**
 * Why parts of a cluster act. Each of them watches some objects, and acts when somebody else has
 * changed one: so the cause of an act is the last such change before it.
 */
record Causes(Kin kin) {

  /** Returns the number of the act that led to this one; 0 where none is known. */
  int of(Actor by, Deed deed, List<Act> before) {
    for (Act earlier : before.reversed()) {
      if (!earlier.refused() && leads(earlier, by, deed)) {
        return earlier.number();
      }
    }
    return 0;
  }

  private boolean leads(Act earlier, Actor by, Deed deed) {
    if (earlier.deed() instanceof Deed.Asked || earlier.deed() instanceof Deed.Passed) {
      return false;
    }
    if (by.role() == Role.KUBELET) {
      return earlier.thing().equals(deed.thing()) && stirsKubelet(earlier);
    }
    if (earlier.deed() instanceof Deed.Told) {
      return false;
    }
    if (earlier.by().equals(by)) {
      return carriesOn(earlier, deed);
    }
    return ofItself(earlier, deed)
        || ofItsFamily(earlier, deed)
        || ofItsSurroundings(earlier, deed);
  }

  /** Who takes away what belonged to somebody takes away what belonged to that in turn. */
  private boolean carriesOn(Act earlier, Deed deed) {
    return earlier.deed() instanceof Deed.Deleted
        && deed instanceof Deed.Deleted
        && kin.owns(earlier.thing(), deed.thing());
  }

  /** The kubelet goes on from its own last step. */
  private static boolean stirsKubelet(Act earlier) {
    return earlier.by().role() == Role.KUBELET || earlier.deed().decides();
  }

  private static boolean ofItself(Act earlier, Deed deed) {
    boolean writesDown = deed instanceof Deed.Reported || deed instanceof Deed.Told;
    return earlier.thing().equals(deed.thing()) && (earlier.deed().decides() || writesDown);
  }

  private boolean ofItsFamily(Act earlier, Deed deed) {
    if (kin.owns(earlier.thing(), deed.thing())) {
      return earlier.deed().decides();
    }
    if (kin.owns(deed.thing(), earlier.thing())) {
      return deed instanceof Deed.Reported;
    }
    if (!kin.siblings(earlier.thing(), deed.thing())) {
      return false;
    }
    return switch (deed) {
      case Deed.Created _ -> earlier.deed() instanceof Deed.Deleted || isOver(earlier.deed());
      case Deed.Changed _, Deed.Deleted _ -> earlier.deed() instanceof Deed.Reported;
      case Deed.Asked _,
          Deed.Passed _,
          Deed.Bound _,
          Deed.Reported _,
          Deed.Told _,
          Deed.Called _,
          Deed.Happened _ ->
          false;
    };
  }

  /** A Pod that ended leaves room for the next one. */
  private static boolean isOver(Deed deed) {
    return deed instanceof Deed.Reported(var _, var standing)
        && (standing.startsWith("Failed") || standing.startsWith("Succeeded"));
  }

  private boolean ofItsSurroundings(Act earlier, Deed deed) {
    Thing other = earlier.thing();
    boolean holdsIt =
        other.kind().equals("Namespace") && other.name().equals(deed.thing().namespace());
    if (holdsIt) {
      return earlier.deed().decides() && !(deed instanceof Deed.Reported);
    }
    return kin.speaksOf(deed.thing(), other) || kin.speaksOf(other, deed.thing());
  }
}
