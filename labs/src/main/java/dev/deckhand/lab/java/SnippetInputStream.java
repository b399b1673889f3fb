package dev.deckhand.lab.java;

import dev.deckhand.lab.Console;
import dev.deckhand.lab.java.bound.ProcessGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handles keys while snippets run: Ctrl-C; lines for a snippet that reads {@code System.in}, echoed
 * as they are typed; and keys that no snippet reads, which are returned to the console as the
 * beginning of the next line.
 */
@SuppressWarnings("InputStreamSlowMultibyteRead") // JShell asks for one byte at a time
final class SnippetInputStream extends InputStream {

  /** Shorter snippets get no keys: what is typed meanwhile belongs to the next line. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(40);

  private static final Duration TICK = Duration.ofMillis(25);
  private static final byte CTRL_C = 3;
  private static final byte CTRL_D = 4;
  private static final byte BACKSPACE = 8;
  private static final byte DELETE = 127;

  private final SnippetOutputStream output;
  private final ByteArrayOutputStream typeAhead = new ByteArrayOutputStream();
  private final StringBuilder line = new StringBuilder();
  private byte[] submitted = new byte[0];
  private int submittedPosition;
  private boolean readPending;
  private boolean aborted = true;
  private boolean endOfInput;
  private boolean hasInput;

  SnippetInputStream(SnippetOutputStream screen) {
    this.output = screen;
  }

  /** Reads keys from a console until the attachment is closed. */
  synchronized Attachment attach(Console console, Runnable interrupt) {
    aborted = false;
    endOfInput = false;
    hasInput = true;
    readPending = false;
    var over = new CountDownLatch(1);
    Thread pump =
        Thread.ofVirtual().name("java-keys").start(() -> readKeys(console, interrupt, over));
    return () -> {
      over.countDown();
      abortRead();
      join(pump);
      returnUnread(console);
    };
  }

  /** Ends a pending read: the snippet is being stopped. */
  synchronized void abortRead() {
    aborted = true;
    notifyAll();
  }

  private void readKeys(Console console, Runnable interrupt, CountDownLatch over) {
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
            keyPressed(keys[i]);
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
    hasInput = false;
    endOfInput = true;
    notifyAll();
  }

  private synchronized void keyPressed(byte key) {
    typeAhead.write(key);
    if (readPending) {
      editLine();
    }
  }

  /** Edits the line as a terminal in canonical mode does. */
  private void editLine() {
    byte[] typed = typeAhead.toByteArray();
    typeAhead.reset();
    for (char c : new String(typed, StandardCharsets.UTF_8).toCharArray()) {
      switch (c) {
        case '\r', '\n' -> {
          output.echo("\n");
          submitLine(line.append('\n').toString());
        }
        case CTRL_D -> {
          if (line.isEmpty()) {
            endOfInput = true;
          } else {
            submitLine(line.toString());
          }
        }
        case BACKSPACE, DELETE -> {
          if (!line.isEmpty()) {
            line.deleteCharAt(line.length() - 1);
            output.echo("\b \b");
          }
        }
        default -> {
          if (c >= ' ') {
            line.append(c);
            output.echo(String.valueOf(c));
          }
        }
      }
    }
    notifyAll();
  }

  private void submitLine(String text) {
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    var all = new ByteArrayOutputStream();
    all.write(submitted, submittedPosition, submitted.length - submittedPosition);
    all.write(more, 0, more.length);
    submitted = all.toByteArray();
    submittedPosition = 0;
    line.setLength(0);
  }

  @Override
  public synchronized int read() throws IOException {
    readPending = true;
    editLine();
    try {
      while (submittedPosition == submitted.length && !aborted && !endOfInput) {
        wait();
      }
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException();
    } finally {
      readPending = false;
    }
    if (submittedPosition < submitted.length) {
      return submitted[submittedPosition++] & 0xff;
    }
    if (aborted) {
      throw new InterruptedIOException();
    }
    endOfInput = !hasInput;
    // Ctrl-D ends the input for one read; without a keyboard it has ended for all
    return ProcessGuard.END_OF_INPUT;
  }

  private synchronized void returnUnread(Console console) {
    byte[] rest = line.toString().getBytes(StandardCharsets.UTF_8);
    var all = new ByteArrayOutputStream();
    all.write(submitted, submittedPosition, submitted.length - submittedPosition);
    all.write(rest, 0, rest.length);
    all.writeBytes(typeAhead.toByteArray());
    submitted = new byte[0];
    submittedPosition = 0;
    line.setLength(0);
    typeAhead.reset();
    if (all.size() > 0) {
      console.unread(all.toByteArray());
    }
  }

  private static void join(Thread pump) {
    try {
      pump.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A console's keys while snippets run. */
  interface Attachment extends AutoCloseable {
    @Override
    void close();
  }
}
