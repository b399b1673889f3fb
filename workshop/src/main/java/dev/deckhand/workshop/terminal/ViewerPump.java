package dev.deckhand.workshop.terminal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Brings the output of a terminal to one viewer, on a thread of its own. A viewer that falls behind
 * is not sent what it missed, but the screen as it is when it has caught up.
 */
final class ViewerPump {

  /** So many bytes may wait for a viewer. */
  private static final int MAX_WAITING = 128 * 1024;

  /** Less than this, and a viewer has caught up. */
  private static final int FEW_WAITING = MAX_WAITING / 2;

  private static final int CHUNK = 16 * 1024;

  private final SeatTerminal.Viewer viewer;
  private final Supplier<byte[]> repaint;
  private final Runnable drained;
  private final Runnable gone;
  private final Object lock = new Object();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean stale;
  private boolean sizeChanged;
  private boolean ended;
  private String reason = "";
  private int columns;
  private int rows;

  /**
   * @param repaint makes the bytes of the whole screen, and tells the pump from then on what
   *     follows
   * @param drained told when the viewer has caught up
   * @param gone told when the viewer doesn't take any more
   */
  ViewerPump(
      SeatTerminal.Viewer viewer, Supplier<byte[]> repaint, Runnable drained, Runnable gone) {
    this.viewer = viewer;
    this.repaint = repaint;
    this.drained = drained;
    this.gone = gone;
    this.stale = true;
  }

  void start(String name) {
    Thread.ofVirtual().name(name).start(this::run);
  }

  /**
   * Queues output. Call it while nothing else changes the screen.
   *
   * @param mayMiss whether the viewer gets the whole screen later if it's too far behind
   */
  void offer(byte[] bytes, boolean mayMiss) {
    synchronized (lock) {
      if (stale || ended) {
        return;
      }
      if (mayMiss && waitingBytes + bytes.length > MAX_WAITING) {
        markStale();
        return;
      }
      waiting.add(bytes);
      waitingBytes += bytes.length;
      lock.notifyAll();
    }
  }

  /** Sends the whole screen next. */
  void refresh() {
    synchronized (lock) {
      markStale();
    }
  }

  private void markStale() {
    stale = true;
    waiting.clear();
    waitingBytes = 0;
    lock.notifyAll();
  }

  /** Tells the viewer of a new size, and then sends the whole screen. */
  void resized(int nowColumns, int nowRows) {
    synchronized (lock) {
      columns = nowColumns;
      rows = nowRows;
      sizeChanged = true;
      markStale();
    }
  }

  /** Whether more output may be queued without going over the bound. */
  boolean hasRoom() {
    synchronized (lock) {
      return ended || stale || waitingBytes < MAX_WAITING;
    }
  }

  /** Ends it; the viewer is told why if it's still there. */
  void end(String why) {
    synchronized (lock) {
      ended = true;
      reason = why;
      lock.notifyAll();
    }
  }

  private void run() {
    boolean there = true;
    try {
      while (there) {
        there = showNext();
      }
      viewer.ended(reason);
    } catch (IOException | RuntimeException left) {
      // the connection is closed, or no longer takes anything
    } finally {
      end("");
      gone.run();
    }
  }

  /** Shows what comes next; returns false at the end. */
  private boolean showNext() throws IOException {
    boolean resized;
    boolean repainted;
    byte[] next = new byte[0];
    synchronized (lock) {
      awaitNews();
      resized = sizeChanged;
      sizeChanged = false;
      repainted = stale && !ended;
      if (!repainted && waiting.isEmpty()) {
        return false;
      }
      if (!repainted) {
        next = waiting.remove();
        waitingBytes -= next.length;
      }
    }
    if (resized) {
      viewer.resized(columns, rows);
    }
    if (repainted) {
      next = repaint.get();
    }
    for (int from = 0; from < next.length; from += CHUNK) {
      viewer.show(Arrays.copyOfRange(next, from, Math.min(next.length, from + CHUNK)));
    }
    boolean few;
    synchronized (lock) {
      few = waitingBytes <= FEW_WAITING;
    }
    if (few) {
      drained.run();
    }
    return true;
  }

  private void awaitNews() throws IOException {
    synchronized (lock) {
      try {
        while (!ended && !stale && waiting.isEmpty()) {
          lock.wait();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("the viewer's thread was stopped", stopped);
      }
    }
  }

  /** From now on, output is queued: the caller has the bytes of the screen up to here. */
  void markFresh() {
    synchronized (lock) {
      stale = false;
    }
  }
}
