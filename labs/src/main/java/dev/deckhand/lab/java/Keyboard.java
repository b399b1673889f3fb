package dev.deckhand.lab.java;

import dev.deckhand.lab.Console;
import dev.deckhand.lab.java.bound.Guard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is typed while snippets run: Ctrl-C; lines for a snippet that reads {@code System.in}, shown
 * as they are typed; and what nobody reads, which goes back to the console as the beginning of the
 * next line.
 */
@SuppressWarnings("InputStreamSlowMultibyteRead") // JShell asks for one byte at a time
final class Keyboard extends InputStream {

  /** Snippets this short get no keys: what is typed meanwhile belongs to the next line. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(40);

  private static final Duration TICK = Duration.ofMillis(25);
  private static final byte CTRL_C = 3;
  private static final byte CTRL_D = 4;
  private static final byte BACKSPACE = 8;
  private static final byte DELETE = 127;

  private final Printing screen;
  private final ByteArrayOutputStream ahead = new ByteArrayOutputStream();
  private final StringBuilder line = new StringBuilder();
  private byte[] ready = new byte[0];
  private int next;
  private boolean wanted;
  private boolean ended = true;
  private boolean noMore;
  private boolean input;

  Keyboard(Printing screen) {
    this.screen = screen;
  }

  /** Takes keys from a console until what it returns is closed. */
  synchronized Turn hold(Console console, Runnable interrupt) {
    ended = false;
    noMore = false;
    input = true;
    wanted = false;
    var over = new CountDownLatch(1);
    Thread pump = Thread.ofVirtual().name("java-keys").start(() -> pump(console, interrupt, over));
    return () -> {
      over.countDown();
      release();
      joined(pump);
      giveBack(console);
    };
  }

  /** Has whoever reads read no more: the snippet is being stopped. */
  synchronized void release() {
    ended = true;
    notifyAll();
  }

  private void pump(Console console, Runnable interrupt, CountDownLatch over) {
    var keys = new byte[256];
    try {
      boolean brief = over.await(FIRST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      while (!brief && over.getCount() > 0) {
        int count = console.read(keys, TICK);
        if (count < 0) {
          close();
          return;
        }
        for (int i = 0; i < count; i++) {
          if (keys[i] == CTRL_C) {
            interrupt.run();
          } else {
            take(keys[i]);
          }
        }
      }
    } catch (IOException gone) {
      close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** There is no input, or no more of it. */
  @Override
  public synchronized void close() {
    input = false;
    noMore = true;
    notifyAll();
  }

  private synchronized void take(byte key) {
    ahead.write(key);
    if (wanted) {
      edit();
    }
  }

  /** Does with what was typed what a terminal does that reads line by line. */
  private void edit() {
    byte[] typed = ahead.toByteArray();
    ahead.reset();
    for (char c : new String(typed, StandardCharsets.UTF_8).toCharArray()) {
      switch (c) {
        case '\r', '\n' -> {
          screen.echo("\n");
          enter(line.append('\n').toString());
        }
        case CTRL_D -> {
          if (line.isEmpty()) {
            noMore = true;
          } else {
            enter(line.toString());
          }
        }
        case BACKSPACE, DELETE -> {
          if (!line.isEmpty()) {
            line.deleteCharAt(line.length() - 1);
            screen.echo("\b \b");
          }
        }
        default -> {
          if (c >= ' ') {
            line.append(c);
            screen.echo(String.valueOf(c));
          }
        }
      }
    }
    notifyAll();
  }

  private void enter(String text) {
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    var all = new ByteArrayOutputStream();
    all.write(ready, next, ready.length - next);
    all.write(more, 0, more.length);
    ready = all.toByteArray();
    next = 0;
    line.setLength(0);
  }

  @Override
  public synchronized int read() throws IOException {
    wanted = true;
    edit();
    try {
      while (next == ready.length && !ended && !noMore) {
        wait();
      }
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException();
    } finally {
      wanted = false;
    }
    if (next < ready.length) {
      return ready[next++] & 0xff;
    }
    if (ended) {
      throw new InterruptedIOException();
    }
    noMore = !input;
    // for one reader where a key said so, for all where there is no keyboard
    return Guard.END_OF_INPUT;
  }

  private synchronized void giveBack(Console console) {
    byte[] rest = line.toString().getBytes(StandardCharsets.UTF_8);
    var all = new ByteArrayOutputStream();
    all.write(ready, next, ready.length - next);
    all.write(rest, 0, rest.length);
    all.writeBytes(ahead.toByteArray());
    ready = new byte[0];
    next = 0;
    line.setLength(0);
    ahead.reset();
    if (all.size() > 0) {
      console.unread(all.toByteArray());
    }
  }

  private static void joined(Thread pump) {
    try {
      pump.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A console's keys while snippets run. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
