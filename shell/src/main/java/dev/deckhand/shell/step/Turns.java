package dev.deckhand.shell.step;

import java.util.concurrent.Semaphore;

/**
 * Bounds how many work at the same time. Whoever only waits for something lets others work
 * meanwhile, so many can wait without the machine having too much to do. Safe for use by several
 * threads.
 */
public final class Turns {

  private final Semaphore free;

  /**
   * @param atATime how many may work at the same time
   */
  public Turns(int atATime) {
    // in the order in which they ask, so that nobody waits for ever
    this.free = new Semaphore(atATime, true);
  }

  /** Waits for a turn, and takes it. */
  public Turn take() throws InterruptedException {
    free.acquire();
    return new Turn(free);
  }

  /** The turn of somebody who works alone. */
  public static Turn alone() {
    return new Turn(new Semaphore(0));
  }

  /** The turn of one thread; closing gives it to the next. For that thread only. */
  public static final class Turn implements AutoCloseable {

    private final Semaphore free;
    private boolean working;

    private Turn(Semaphore free) {
      this.free = free;
      this.working = true;
    }

    /** Gives it to others until what is returned is closed. */
    public Pause pause() {
      close();
      return this::resume;
    }

    /** After an interrupt nothing is waited for: only cleaning up follows. */
    private void resume() {
      try {
        free.acquire();
        working = true;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      if (working) {
        working = false;
        free.release();
      }
    }
  }

  /** Ends when the thread has its turn again. */
  public interface Pause extends AutoCloseable {
    @Override
    void close();
  }
}
