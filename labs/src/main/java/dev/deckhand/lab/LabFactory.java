package dev.deckhand.lab;

import dev.deckhand.lesson.LabNeeds;
import java.util.Optional;

/** Starts labs. */
public interface LabFactory {

  /**
   * Starts what a lesson needs and waits until it is ready. Interrupting the thread stops the start
   * and removes what was started.
   *
   * @throws LabFault if it cannot be had
   */
  Lab open(LabNeeds needs, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException;

  /**
   * Offers one cluster to several lessons, each in a namespace of its own; empty where labs cannot
   * be shared. Nothing starts before the first of them opens its lab.
   *
   * @param together what all of them need
   * @param sessionFolder the cluster's own
   */
  default Optional<SharedCluster> sharedCluster(LabNeeds together, SessionFolder sessionFolder) {
    return Optional.empty();
  }

  /**
   * Takes over the lab of a session whose process died. What is left of it is removed where it does
   * not live, or is not what the lesson needs: then nothing is returned, and a new one can be
   * opened.
   *
   * @param sessionFolder the dead session's own, with all that is in it
   * @throws LabFault if there is no way to look
   */
  default Optional<Lab> adopt(LabNeeds needs, SessionFolder sessionFolder)
      throws InterruptedException {
    return Optional.empty();
  }
}
