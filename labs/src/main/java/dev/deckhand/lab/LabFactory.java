package dev.deckhand.lab;

import dev.deckhand.lesson.LabNeeds;

/** Starts labs. */
public interface LabFactory {

  /**
   * Starts what a lesson needs and waits until it is ready. Interrupting the thread stops the start
   * and removes what was started.
   *
   * @throws LabFault if it cannot be had
   */
  Lab open(LabNeeds needs, SessionRoom room, BootProgress progress) throws InterruptedException;
}
