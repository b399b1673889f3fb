package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lesson.LabNeeds;
import java.util.Optional;

/** What this machine can run, and how it gets what it lacks. */
public interface Provisioner {

  /** Looks at everything that the catalogue's labs need. Takes some seconds at most. */
  MachineReport examine() throws InterruptedException;

  /** What keeps a lesson's lab from starting; empty where nothing does. Takes seconds at most. */
  Optional<MissingRequirement> findMissing(LabNeeds needs);

  /** What keeps any lesson of the catalogue from starting. */
  Optional<MissingRequirement> findMissing();

  /**
   * Gets all that is missing and can be had. Interrupting the thread stops it; the next time goes
   * on where this one stopped.
   *
   * @throws LabFault if something could not be had
   */
  void provision(BootProgress progress) throws InterruptedException;

  /**
   * What is missing.
   *
   * @param fault what it keeps from working, and the remedy by hand
   * @param proposal what {@link #provision} would do about it, as a question; empty where it can do
   *     nothing
   */
  record MissingRequirement(LabFault fault, String proposal) {}
}
