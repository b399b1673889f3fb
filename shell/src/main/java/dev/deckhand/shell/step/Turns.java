package dev.deckhand.shell.step;

import dev.deckhand.lab.time.TimedPart;

/**
 * Bounds how many work at the same time. Whoever only waits for something lets others work
 * meanwhile, so many can wait without the machine having too much to do. What has begun goes first:
 * something new begins only where a turn would be left over. Safe for use by several threads.
 */
public final class Turns {

  private static final String PART = "wait for a turn";

  private int free;
  private int returning;

  /**
   * @param atATime how many may work at the same time
   */
  public Turns(int atATime) {
    this.free = atATime;
  }

  /** Waits for a turn, and takes it. */
  public Turn take() throws InterruptedException {
    try (var _ = TimedPart.of(PART)) {
      awaitNew();
    }
    return new Turn(this);
  }

  private synchronized void awaitNew() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (free == 0 || returning > 0) {
      wait();
    }
    free--;
  }

  private synchronized void awaitReturn() throws InterruptedException {
    returning++;
    try {
      while (free == 0) {
        wait();
      }
      free--;
    } finally {
      returning--;
      // a new one may have waited for this
      notifyAll();
    }
  }

  private synchronized void giveBack() {
    free++;
    notifyAll();
  }

  /** The turn of somebody who works alone. */
  public static Turn alone() {
    return new Turn(new Turns(0));
  }

  /** The turn of one thread; closing gives it to the next. For that thread only. */
  public static final class Turn implements AutoCloseable {

    private final Turns turns;
    private boolean working;

    private Turn(Turns turns) {
      this.turns = turns;
      this.working = true;
    }

    /** Gives it to others until what is returned is closed. */
    public Pause pause() {
      close();
      return this::resume;
    }

    /** After an interrupt nothing is waited for: only cleaning up follows. */
    private void resume() {
      try (var _ = TimedPart.of(PART)) {
        turns.awaitReturn();
        working = true;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      if (working) {
        working = false;
        turns.giveBack();
      }
    }
  }

  /** Ends when the thread has its turn again. */
  public interface Pause extends AutoCloseable {
    @Override
    void close();
  }
}
