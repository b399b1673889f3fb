package dev.deckhand.shell.repl.edit;

import java.io.IOError;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The one thread that reads keys, for lines and pages, one after another. A task that fails is
 * reported, and the next one runs.
 */
public final class ReaderThread {

  private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
  private final Consumer<Throwable> failureListener;
  private final Thread thread = Thread.ofPlatform().daemon().name("reader").unstarted(this::run);

  public ReaderThread(Consumer<Throwable> failureListener) {
    this.failureListener = failureListener;
  }

  void start() {
    thread.start();
  }

  /** Queues a task that reads keys. */
  public void enqueue(Runnable turn) {
    turns.add(turn);
  }

  void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!thread.isInterrupted()) {
        take(turns.take());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Runnable turn) {
    try {
      turn.run();
    } catch (RuntimeException | IOError broken) {
      failureListener.accept(broken);
    }
  }
}
