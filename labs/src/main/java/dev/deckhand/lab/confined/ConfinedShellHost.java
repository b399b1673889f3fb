package dev.deckhand.lab.confined;

import dev.deckhand.lab.docker.ExecTerminal;
import dev.deckhand.lab.workspace.ShellActivity;
import dev.deckhand.lab.workspace.ShellHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/** A bash in a confined container, with a terminal there. */
final class ConfinedShellHost implements ShellHost {

  /** How many typed pieces may wait for a program that doesn't read. */
  private static final int MAX_WAITING = 16;

  private final ExecTerminal terminal;
  private final TerminalControl control;
  private final ConfinedContainer container;
  private final BlockingQueue<byte[]> typed = new ArrayBlockingQueue<>(MAX_WAITING);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final InputStream output;
  private final Thread typist;

  ConfinedShellHost(ExecTerminal terminal, TerminalControl control, ConfinedContainer container) {
    this.terminal = terminal;
    this.control = control;
    this.container = container;
    this.output = new EndNotingStream(terminal.output(), ended);
    this.typist = Thread.ofVirtual().name("workspace-keys").start(this::forwardTyped);
  }

  /** On a thread of its own, since the terminal stops accepting keys that no program reads. */
  private void forwardTyped() {
    try {
      OutputStream keyboard = terminal.input();
      while (true) {
        keyboard.write(typed.take());
        keyboard.flush();
      }
    } catch (IOException gone) {
      // the shell has ended
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public InputStream output() {
    return output;
  }

  @Override
  public void type(byte[] bytes, int length) throws IOException {
    if (!typed.offer(Arrays.copyOf(bytes, length))) {
      throw new IOException("the terminal accepts no more keys");
    }
  }

  @Override
  public void send(byte[] lines) throws IOException {
    control.send(lines);
  }

  @Override
  public void resize(int columns, int rows) {
    terminal.resize(columns, rows);
  }

  @Override
  public void saveModes() {
    // the shell hasn't told yet which terminal is its own: the first restoring saves them
  }

  @Override
  public void restoreModes() {
    var _ = control.ask("restore");
  }

  @Override
  public boolean canAcceptInput() {
    return typed.remainingCapacity() > 0;
  }

  @Override
  public byte[] takeUnread() {
    try {
      return Base64.getDecoder().decode(control.ask("unread").orElse("").strip());
    } catch (IllegalArgumentException garbled) {
      return new byte[0];
    }
  }

  @Override
  public boolean isForeground() {
    String[] fields = control.ask("stat").orElse("").split(" ", -1);
    return fields.length > 6 && fields[6].equals(fields[0]);
  }

  @Override
  public Optional<ShellActivity> activity() {
    return control
        .ask("stat")
        .map(answer -> answer.substring(answer.indexOf(' ') + 1))
        .flatMap(ShellActivity::parse);
  }

  @Override
  public void resume() {
    var _ = control.ask("resume");
  }

  @Override
  public void terminate(Duration timeout) {
    if (ended.getCount() > 0 && control.ask("hangup:" + timeout.toMillis()).isEmpty()) {
      kill();
    }
  }

  /** Ends everything in the container if the shell alone can't be ended. */
  @Override
  public void kill() {
    if (ended.getCount() > 0 && control.ask("kill").isEmpty() && ended.getCount() > 0) {
      container.kill();
    }
  }

  @Override
  public int awaitEnd() throws InterruptedException {
    ended.await();
    return Math.max(0, terminal.exitCode());
  }

  @Override
  public void close() {
    typist.interrupt();
    control.close();
    terminal.close();
    ended.countDown();
  }
}
