package dev.deckhand.workshop.store;

import java.io.IOException;

/** The database doesn't answer, is full, or can't be read. It can be tried again. */
public final class StoreUnavailable extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param problem a sentence that says what is wrong, without addresses and passwords
   */
  public StoreUnavailable(String problem, Throwable cause) {
    super(problem, cause);
  }

  /**
   * @param problem a sentence that says what is wrong, without addresses and passwords
   */
  public StoreUnavailable(String problem) {
    super(problem);
  }
}
