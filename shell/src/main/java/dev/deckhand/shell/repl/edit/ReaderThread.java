package dev.deckhand.shell.repl.edit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The one thread that reads keys: lines and pages, one after another. */
public final class ReaderThread {

  private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("reader").unstarted(this::run);

  void start() {
    thread.start();
  }

  /** Does that when all that was asked for before is done. */
  public void enqueue(Runnable turn) {
    turns.add(turn);
  }

  void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!thread.isInterrupted()) {
        turns.take().run();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
