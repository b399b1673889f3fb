package dev.deckhand.workshop.terminal;

import dev.deckhand.workshop.screen.KeptScreen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A terminal whose screen is kept on the server. Programs write into it and read from it through
 * {@link Line}; people see it and type in it as viewers.
 *
 * <p>A program that writes more than its owner's connection takes has to wait; so a flood slows
 * down itself and nobody else. Where there are several connections of the owner, the fastest one
 * counts. While nobody looks, nothing waits: the screen on the server takes all.
 */
public final class KeptTerminal implements SeatTerminal, AutoCloseable {

  private static final int MAX_VIEWERS = 8;

  /** So many pieces of typing may wait for a program that doesn't read. */
  private static final int MAX_TYPED = 256;

  private static final int MAX_PIECE = 4096;
  private static final byte[] BELL = {7};

  /** What is at the other end of a terminal's line: the programs. */
  public interface Line {

    /** Takes what was typed; may wait until the programs have read. */
    void typed(byte[] bytes) throws IOException;

    /** The size has changed. */
    void resized(int columns, int rows);
  }

  /** Is told of what people do. All methods return at once. */
  public interface Listener {

    /** Somebody who may type has typed. */
    void typed();

    /**
     * The number of connections of the owner is another one.
     *
     * @param owners how many browsers and SSH clients of the learner show the terminal
     */
    void attached(int owners);
  }

  private final String name;
  private final Listener listener;
  private final Object lock = new Object();
  private final KeptScreen screen;
  private final Map<ViewerPump, Access> viewers = new LinkedHashMap<>();
  private final BlockingQueue<byte[]> typed = new ArrayBlockingQueue<>(MAX_TYPED);
  private final Thread typist;
  private final Line line;
  private boolean closed;

  /**
   * A terminal of the usual size, 80 by 24, with an empty screen.
   *
   * @param name of its threads
   */
  public KeptTerminal(String name, Line line, Listener listener) {
    this.name = name;
    this.line = line;
    this.listener = listener;
    this.screen = new KeptScreen(80, 24);
    this.typist = Thread.ofVirtual().name(name + "-keys").start(this::forwardTyped);
  }

  private void forwardTyped() {
    try {
      while (true) {
        line.typed(typed.take());
      }
    } catch (IOException ended) {
      // nothing reads any more
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes output of the programs. Waits while all connections of the owner are far behind. */
  public void write(byte[] bytes, int offset, int length) throws InterruptedException {
    byte[] answers;
    synchronized (lock) {
      while (!closed && mustWait()) {
        lock.wait();
      }
      byte[] shown = screen.take(bytes, offset, length);
      answers = screen.takeAnswers();
      if (shown.length > 0) {
        boolean alone = owners() <= 1;
        viewers.forEach((pump, access) -> pump.offer(shown, access != Access.OWNER || !alone));
      }
    }
    if (answers.length > 0) {
      offerTyped(answers);
    }
  }

  private boolean mustWait() {
    boolean any = false;
    for (Map.Entry<ViewerPump, Access> one : viewers.entrySet()) {
      if (one.getValue() == Access.OWNER) {
        if (one.getKey().hasRoom()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  @Override
  public Attachment attach(Viewer viewer, Access access) throws IOException {
    ViewerPump pump;
    synchronized (lock) {
      if (closed) {
        throw new IOException("the terminal is closed");
      }
      if (viewers.size() >= MAX_VIEWERS) {
        throw new IOException("the terminal is shown in too many places; close one of them");
      }
      var own = new ViewerPump[1];
      pump = new ViewerPump(viewer, () -> repaint(own[0]), this::wake, () -> remove(own[0]));
      own[0] = pump;
      pump.resized(screen.columns(), screen.rows());
      viewers.put(pump, access);
    }
    pump.start(name + "-view");
    listener.attached(owners());
    return new ViewerAttachment(pump, access);
  }

  private byte[] repaint(ViewerPump pump) {
    synchronized (lock) {
      pump.markFresh();
      return screen.repaint();
    }
  }

  private void wake() {
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  private void remove(ViewerPump pump) {
    boolean was;
    synchronized (lock) {
      was = viewers.remove(pump) != null;
      lock.notifyAll();
    }
    if (was) {
      listener.attached(owners());
    }
  }

  private int owners() {
    synchronized (lock) {
      return (int) viewers.values().stream().filter(access -> access == Access.OWNER).count();
    }
  }

  /** Detaches those that aren't the owner's. */
  public void detachGuests(String why) {
    List<ViewerPump> guests = new ArrayList<>();
    synchronized (lock) {
      viewers.forEach((pump, access) -> {
        if (access != Access.OWNER) {
          guests.add(pump);
        }
      });
    }
    guests.forEach(pump -> pump.end(why));
  }

  private void resize(int columns, int rows) {
    int newColumns = Math.clamp(columns, 10, 500);
    int newRows = Math.clamp(rows, 5, 200);
    synchronized (lock) {
      if (closed || (newColumns == screen.columns() && newRows == screen.rows())) {
        return;
      }
      screen.resize(newColumns, newRows);
      viewers.keySet().forEach(pump -> pump.resized(newColumns, newRows));
    }
    line.resized(newColumns, newRows);
  }

  private boolean offerTyped(byte[] bytes) {
    boolean all = true;
    for (int from = 0; from < bytes.length; from += MAX_PIECE) {
      all &= typed.offer(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MAX_PIECE)));
    }
    return all;
  }

  @Override
  public int columns() {
    synchronized (lock) {
      return screen.columns();
    }
  }

  @Override
  public int rows() {
    synchronized (lock) {
      return screen.rows();
    }
  }

  /** The text on the screen, line by line. */
  public List<String> text() {
    synchronized (lock) {
      return screen.text();
    }
  }

  /** Ends the terminal; viewers are told why. */
  public void close(String why) {
    List<ViewerPump> open;
    synchronized (lock) {
      closed = true;
      open = List.copyOf(viewers.keySet());
      lock.notifyAll();
    }
    typist.interrupt();
    open.forEach(pump -> pump.end(why));
  }

  @Override
  public void close() {
    close("The terminal is closed.");
  }

  private final class ViewerAttachment implements Attachment {
    private final ViewerPump pump;
    private final Access access;

    private ViewerAttachment(ViewerPump pump, Access access) {
      this.pump = pump;
      this.access = access;
    }

    @Override
    public void type(byte[] bytes) {
      if (access == Access.SEES || bytes.length == 0 || !isAttached()) {
        return;
      }
      listener.typed();
      if (!offerTyped(bytes)) {
        pump.offer(BELL, true);
      }
    }

    private boolean isAttached() {
      synchronized (lock) {
        return viewers.containsKey(pump);
      }
    }

    @Override
    public void resize(int columns, int rows) {
      if (access == Access.OWNER && isAttached()) {
        KeptTerminal.this.resize(columns, rows);
      }
    }

    @Override
    public void close() {
      remove(pump);
      pump.end("");
    }
  }
}
