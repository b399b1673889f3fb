package dev.deckhand.workshop.ssh;

import dev.deckhand.workshop.terminal.SeatTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Shows what is typed, on a thread of its own, and begins with a screen that names the seat. */
final class FakeTerminal implements SeatTerminal, AutoCloseable {

  private final String name;
  private final List<Connected> viewers = new CopyOnWriteArrayList<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private volatile int columns = 80;
  private volatile int rows = 24;

  FakeTerminal(String name) {
    this.name = name;
  }

  private final class Connected implements Attachment {
    final Viewer viewer;
    final Access access;

    Connected(Viewer viewer, Access access) {
      this.viewer = viewer;
      this.access = access;
    }

    @Override
    public void type(byte[] bytes) {
      print(bytes);
    }

    @Override
    public void resize(int newColumns, int newRows) {
      columns = newColumns;
      rows = newRows;
      print("[%d x %d]".formatted(newColumns, newRows));
    }

    @Override
    public void close() {
      viewers.remove(this);
    }
  }

  @Override
  public Attachment attach(Viewer viewer, Access access) throws IOException {
    var connected = new Connected(viewer, access);
    viewers.add(connected);
    viewer.show("[screen of %s]".formatted(name).getBytes(StandardCharsets.UTF_8));
    return connected;
  }

  void print(String text) {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Shows bytes to all, in order. */
  private void print(byte[] bytes) {
    thread.execute(() -> showNow(bytes));
  }

  /** Shows bytes to all, and returns when each viewer has taken or refused them. */
  void printAndWait(byte[] bytes) throws Exception {
    thread.submit(() -> showNow(bytes)).get();
  }

  private void showNow(byte[] bytes) {
    for (Connected connected : List.copyOf(viewers)) {
      try {
        connected.viewer.show(bytes);
      } catch (IOException gone) {
        viewers.remove(connected);
      }
    }
  }

  void end(String why) {
    viewers.forEach(connected -> connected.viewer.ended(why));
    viewers.clear();
  }

  int viewers() {
    return viewers.size();
  }

  boolean hasOnlyOwners() {
    return viewers.stream().allMatch(connected -> connected.access == Access.OWNER);
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
