package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.util.Locale;
import java.util.Set;

/**
 * One thing that was looked at.
 *
 * @param id what programs know it by: {@code engine}, {@code image:nginx:1.27}
 * @param title what people know it by
 * @param found what is there, in short
 * @param remedy what to do, in a sentence; empty where nothing is to be done
 * @param setupFixes whether {@code deckhand setup} does it
 * @param neededBy the labs that do not start where it is missing
 */
public record MachineFinding(
    String id,
    String title,
    State state,
    String found,
    String remedy,
    boolean setupFixes,
    Set<LabKind> neededBy) {

  /** Needed by every lab that is more than the workspace. */
  static final Set<LabKind> ENGINE_LABS = Set.of(LabKind.DOCKER, LabKind.KUBERNETES);

  /** Needed by every lab. */
  static final Set<LabKind> ALL_LABS = Set.of(LabKind.values());

  public MachineFinding {
    neededBy = Set.copyOf(neededBy);
    if (state == State.MISSING && remedy.isEmpty()) {
      throw new IllegalArgumentException("what is missing has a remedy: " + id);
    }
  }

  static MachineFinding ok(String id, String title, String found, Set<LabKind> neededBy) {
    return new MachineFinding(id, title, State.OK, found, "", false, neededBy);
  }

  static MachineFinding missing(
      String id, String title, String found, String remedy, Set<LabKind> neededBy) {
    return new MachineFinding(id, title, State.MISSING, found, remedy, false, neededBy);
  }

  static MachineFinding warning(
      String id, String title, String found, String remedy, Set<LabKind> neededBy) {
    return new MachineFinding(id, title, State.WARNING, found, remedy, false, neededBy);
  }

  static MachineFinding unknown(String id, String title, String found, Set<LabKind> neededBy) {
    return new MachineFinding(id, title, State.UNKNOWN, found, "", false, neededBy);
  }

  /** The same, as something that {@code deckhand setup} mends. */
  MachineFinding fixableBySetup() {
    return new MachineFinding(id, title, state, found, remedy, true, neededBy);
  }

  /** How it stands. */
  public enum State {
    OK,
    /** It is not there, and something does not start without it. */
    MISSING,
    /** Labs start, with something to know. */
    WARNING,
    /** It could not be found out. */
    UNKNOWN;

    /** The state as programs read it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
