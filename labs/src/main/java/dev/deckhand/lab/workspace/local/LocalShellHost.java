package dev.deckhand.lab.workspace.local;

import com.pty4j.PtyProcess;
import com.pty4j.WinSize;
import dev.deckhand.lab.workspace.ShellActivity;
import dev.deckhand.lab.workspace.ShellHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Optional;

/** A bash on this machine. */
final class LocalShellHost implements ShellHost {

  private final PtyProcess process;
  private final FileChannel pipe;
  private final TerminalDevice device;
  private final TerminalSessionProcesses processes;

  /**
   * @param pipe the shell's source of commands
   */
  LocalShellHost(
      PtyProcess process,
      FileChannel pipe,
      TerminalDevice device,
      TerminalSessionProcesses processes) {
    this.process = process;
    this.pipe = pipe;
    this.device = device;
    this.processes = processes;
  }

  @Override
  public InputStream output() {
    return process.getInputStream();
  }

  @Override
  public void type(byte[] bytes, int length) throws IOException {
    var keyboard = process.getOutputStream();
    keyboard.write(bytes, 0, length);
    keyboard.flush();
  }

  @Override
  public void send(byte[] lines) throws IOException {
    var bytes = ByteBuffer.wrap(lines);
    while (bytes.hasRemaining()) {
      pipe.write(bytes);
    }
  }

  @Override
  public void resize(int columns, int rows) {
    try {
      process.setWinSize(new WinSize(columns, rows));
    } catch (IllegalStateException ended) {
      // the shell has ended, and its terminal with it
    }
  }

  @Override
  public void saveModes() {
    device.saveModes();
  }

  @Override
  public void restoreModes() {
    device.restoreModes();
  }

  @Override
  public boolean canAcceptInput() {
    return device.canAcceptInput();
  }

  @Override
  public byte[] takeUnread() {
    return device.takeUnread();
  }

  @Override
  public boolean isForeground() {
    return device.isForeground(process.pid());
  }

  @Override
  public Optional<ShellActivity> activity() {
    return processes.leaderActivity();
  }

  @Override
  public void resume() {
    processes.resumeLeader();
  }

  @Override
  public void terminate(Duration timeout) {
    processes.terminate(timeout);
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    try {
      pipe.close();
      process.getOutputStream().close();
      process.getInputStream().close();
    } catch (IOException e) {
      // it is closed all the same
    }
  }
}
