package dev.deckhand.lab.container;

import java.util.concurrent.TimeoutException;

/** Says when what runs in a container is ready for use. */
@FunctionalInterface
public interface Readiness {

  /** Returns as soon as it is ready. */
  void await(ReadinessWait readinessWait) throws InterruptedException, TimeoutException;
}
