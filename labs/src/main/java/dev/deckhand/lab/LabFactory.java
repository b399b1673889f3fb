package dev.deckhand.lab;

import dev.deckhand.lesson.LabNeeds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts labs. */
public interface LabFactory {

  /**
   * Starts what a lesson needs and waits until it is ready. Interrupting the thread stops the start
   * and removes what was started.
   *
   * @throws LabFault if the lab can't be started
   */
  Lab open(LabNeeds needs, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException;

  /**
   * Starts what a lesson needs, for commands that the machine must not trust.
   *
   * @param limits of those commands
   * @throws LabFault if it can't be started, or such commands can't be confined here
   */
  default ConfinedLab openConfined(
      LabNeeds needs, SessionFolder sessionFolder, ConfinementLimits limits, BootProgress progress)
      throws InterruptedException {
    throw new LabFault(
        LabFault.Kind.NOT_STARTED,
        "Labs of this kind can't confine commands.",
        "Use an engine on this machine.");
  }

  /**
   * Takes over the confined lab of a session whose process died, with the limits that it was opened
   * with. If it no longer runs, or isn't what the lesson needs, its remains are removed and the
   * result is empty.
   *
   * @param sessionFolder the dead session's folder, with its contents
   * @throws LabFault if no engine answers
   */
  default Optional<ConfinedLab> adoptConfined(
      LabNeeds needs, SessionFolder sessionFolder, ConfinementLimits limits)
      throws InterruptedException {
    return Optional.empty();
  }

  /**
   * Returns a cluster that several lessons share, each in its own namespace; empty if this factory
   * doesn't support that. It starts when the first lesson opens its lab.
   *
   * @param needs the lessons' combined needs
   * @param sessionFolder the cluster's session folder
   */
  default Optional<SharedCluster> sharedCluster(LabNeeds needs, SessionFolder sessionFolder) {
    return Optional.empty();
  }

  /**
   * Starts a cluster that the learners of a class share, or takes over the one that a killed
   * process left; empty if this factory doesn't support that.
   *
   * @param needs the lessons' combined needs
   * @param seats how many learners there can be
   * @param sessionFolder the cluster's
   * @throws LabFault if it can't be started
   */
  default Optional<ClassCluster> classCluster(
      LabNeeds needs, int seats, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException {
    return Optional.empty();
  }

  /**
   * Takes over the lab of a session whose process died. If the lab no longer runs, or isn't what
   * the lesson needs, its remains are removed and the result is empty; a new lab can then be
   * opened.
   *
   * @param sessionFolder the dead session's folder, with its contents
   * @throws LabFault if no engine answers
   */
  default Optional<Lab> adopt(LabNeeds needs, SessionFolder sessionFolder)
      throws InterruptedException {
    return Optional.empty();
  }

  /**
   * A cluster that the learners of a class share. Each has a namespace, whose name is that of the
   * lab's needs, and an account that reaches nothing else. The machine trusts none of them. Labs
   * here are confined; closing one removes its namespace, without waiting for that. Safe for use by
   * several threads.
   */
  interface ClassCluster extends LabFactory, AutoCloseable {

    /** What keeps namespaces of learners who have left from being removed, a sentence for each. */
    List<String> heldNamespaces();

    /**
     * Removes what learners left who aren't there any more, without waiting for that: a process
     * that was killed couldn't do it.
     *
     * @param namespaces the names of those that stay
     * @throws LabFault if the cluster doesn't answer
     */
    void removeSeatsExcept(Set<String> namespaces) throws InterruptedException;

    /** Removes the cluster. Safe to call twice; never throws. */
    @Override
    void close();
  }
}
