package dev.deckhand.workshop.web;

import dev.deckhand.workshop.terminal.SeatTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A terminal that shows what is typed, and remembers all of it as its screen. */
public final class EchoTerminal implements SeatTerminal {

  private final List<Seen> viewers = new CopyOnWriteArrayList<>();
  private final StringBuilder screen = new StringBuilder("\u001b[32mlearner@lab\u001b[0m:~$ ");
  private final StringBuilder typed = new StringBuilder();
  private final List<String> sizes = new ArrayList<>();
  private final ExecutorService typing =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private int columns = 80;
  private int rows = 24;

  private final class Seen implements Attachment {
    private final Viewer viewer;
    private final Access access;

    Seen(Viewer viewer, Access access) {
      this.viewer = viewer;
      this.access = access;
    }

    @Override
    public void type(byte[] bytes) {
      if (access != Access.SEES) {
        // what is typed never waits for what is shown
        typing.execute(() -> echo(new String(bytes, StandardCharsets.UTF_8)));
      }
    }

    @Override
    public void resize(int wantedColumns, int wantedRows) {
      if (access == Access.OWNER) {
        typing.execute(() -> setSize(wantedColumns, wantedRows));
      }
    }

    @Override
    public void close() {
      viewers.remove(this);
    }
  }

  @Override
  public synchronized Attachment attach(Viewer viewer, Access access) throws IOException {
    var seen = new Seen(viewer, access);
    viewer.show(("\u001bc" + screen).getBytes(StandardCharsets.UTF_8));
    viewers.add(seen);
    return seen;
  }

  @Override
  public synchronized int columns() {
    return columns;
  }

  @Override
  public synchronized int rows() {
    return rows;
  }

  private synchronized void echo(String text) {
    typed.append(text);
    output(text.replace("\r", "\r\n\u001b[32mlearner@lab\u001b[0m:~$ "));
  }

  private synchronized void setSize(int wantedColumns, int wantedRows) {
    columns = Math.clamp(wantedColumns, 10, 500);
    rows = Math.clamp(wantedRows, 5, 200);
    sizes.add(columns + "x" + rows);
    viewers.removeIf(seen -> isGone(() -> seen.viewer.resized(columns, rows)));
  }

  /** Shows something to a viewer. */
  private interface Showing {
    void run() throws IOException;
  }

  private static boolean isGone(Showing showing) {
    try {
      showing.run();
      return false;
    } catch (IOException gone) {
      return true;
    }
  }

  /** A program writes. */
  public synchronized void output(String text) {
    screen.append(text);
    show(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A program writes, and it's not part of the screen later. */
  public synchronized void show(byte[] bytes) {
    viewers.removeIf(seen -> isGone(() -> seen.viewer.show(bytes)));
  }

  public synchronized void end(String why) {
    viewers.forEach(seen -> seen.viewer.ended(why));
    viewers.clear();
  }

  public synchronized String typed() {
    return typed.toString();
  }

  public synchronized List<String> sizes() {
    return List.copyOf(sizes);
  }

  public int viewers() {
    return viewers.size();
  }
}
