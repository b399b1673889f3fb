package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.util.Locale;
import java.util.Set;

/**
 * The result of examining one aspect of the machine.
 *
 * @param id identifier for programs: {@code engine}, {@code image:nginx:1.30}
 * @param title name for people
 * @param found a short description of what was found
 * @param remedy what to do about it, in a sentence; empty if nothing
 * @param setupFixes whether {@code deckhand setup} can do that
 * @param neededBy the labs that don't start if it's missing
 */
public record MachineFinding(
    String id,
    String title,
    State state,
    String found,
    String remedy,
    boolean setupFixes,
    Set<LabKind> neededBy) {

  /** Needed by every lab with an engine. */
  static final Set<LabKind> ENGINE_LABS = Set.of(LabKind.DOCKER, LabKind.KUBERNETES);

  /** Needed by every lab. */
  static final Set<LabKind> ALL_LABS = Set.of(LabKind.values());

  public MachineFinding {
    neededBy = Set.copyOf(neededBy);
    if (state == State.MISSING && remedy.isEmpty()) {
      throw new IllegalArgumentException("a missing item needs a remedy: " + id);
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

  /** The same, marked as something that {@code deckhand setup} can fix. */
  MachineFinding fixableBySetup() {
    return new MachineFinding(id, title, state, found, remedy, true, neededBy);
  }

  /** Whether it is as labs need it. */
  public enum State {
    OK,
    /** It is missing, and some labs don't start without it. */
    MISSING,
    /** Labs start, but with a limitation. */
    WARNING,
    /** It could not be determined. */
    UNKNOWN;

    /** The state as a lower-case word, for programs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
