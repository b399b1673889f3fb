package dev.deckhand.lab.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A running bash in its own terminal. It reads its commands from a pipe, so that the terminal
 * belongs to the commands alone.
 */
public final class BashProcess {

  private static final Duration END_TIMEOUT = Duration.ofSeconds(1);

  private final ShellHost host;
  private final ShellMarkerScanner scanner;
  private final BackgroundOutputBuffer backgroundOutput = new BackgroundOutputBuffer(64 * 1024);
  private final CompletableFuture<ShellReport> ready = new CompletableFuture<>();
  private final CountDownLatch drained = new CountDownLatch(1);
  private final CountDownLatch exited = new CountDownLatch(1);
  // its own thread, since interrupting a thread that writes closes the pipe; a platform thread,
  // whose blocked write can be interrupted
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("workspace-commands").factory());
  private volatile @Nullable RunningCommand command;

  /** The number of the command that runs, or ran last; 0 before the first. */
  private volatile int number;

  /**
   * @param host where it runs
   * @param nonce identifies the shell's own markers in the terminal's output
   */
  public BashProcess(ShellHost host, String nonce) {
    this.host = host;
    this.scanner =
        new ShellMarkerScanner(
            nonce,
            new ShellMarkerScanner.Sink() {
              @Override
              public void output(byte[] bytes, int offset, int length) {
                outputReceived(bytes, offset, length);
              }

              @Override
              public void marker(String text) {
                markerReceived(text);
              }
            });
  }

  /**
   * Prepares the shell, and waits until it accepts commands.
   *
   * @param script defines the functions that {@link CommandFraming} calls
   * @throws TimeoutException if it doesn't answer
   */
  public void start(String script, Duration timeout)
      throws IOException, InterruptedException, TimeoutException {
    Thread.ofPlatform().daemon().name("workspace-output").start(this::readOutput);
    Thread.ofVirtual().name("workspace-end").start(this::awaitEnd);
    host.saveModes();
    write(script);
    try {
      ready.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException("bash ended right after its start", e);
    }
  }

  boolean isAlive() {
    return exited.getCount() > 0;
  }

  ShellHost host() {
    return host;
  }

  /**
   * Sends a command to the shell; its output and outcome go to the running command.
   *
   * @param before the report of the command before it
   */
  void submit(String text, ShellReport before, RunningCommand next) {
    int own = number + 1;
    number = own;
    command = next;
    if (!isAlive()) {
      next.complete(new ShellOutcome.ShellExited(0));
      return;
    }
    host.restoreModes();
    write(CommandFraming.frame(text, before, own));
  }

  /** Types into the terminal. */
  void type(byte[] bytes, int length) throws IOException {
    host.type(bytes, length);
  }

  /**
   * Requests the running command's report once more: an interrupt may have hit the shell just
   * before it sent the report.
   */
  void requestReport() {
    write(CommandFraming.REPORT_REQUEST);
  }

  /** Continues a shell that stopped itself with {@code kill -STOP $$}; nothing else would. */
  void resume() {
    host.resume();
  }

  /** What the shell does now; empty if that can't be told. */
  Optional<ShellActivity> activity() {
    return host.activity();
  }

  /** Whether no program that the shell started runs in the foreground. */
  boolean isForeground() {
    return host.isForeground();
  }

  void resize(int columns, int rows) {
    if (columns > 0 && rows > 0) {
      host.resize(columns, rows);
    }
  }

  /** Ends the shell and all of its jobs; waits a few seconds at most. */
  public void end() {
    host.terminate(END_TIMEOUT);
    boolean interrupted = false;
    try {
      if (!exited.await(2, TimeUnit.SECONDS)) {
        host.kill();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Queues text for the shell. */
  private void write(String text) {
    try {
      writer.execute(() -> writeNow(text.getBytes(StandardCharsets.UTF_8)));
    } catch (RejectedExecutionException e) {
      // the shell has ended, which awaitEnd reports
    }
  }

  private void writeNow(byte[] bytes) {
    try {
      host.send(bytes);
    } catch (IOException e) {
      // the shell has ended, which awaitEnd reports
    }
  }

  private void readOutput() {
    try {
      scanOutput();
      scanner.end();
    } catch (RuntimeException | Error bug) {
      ready.completeExceptionally(bug);
      var open = command;
      if (open != null) {
        open.fail(bug);
      }
      host.kill(); // nobody reads its output any more
    } finally {
      drained.countDown();
    }
  }

  private void scanOutput() {
    var buffer = new byte[64 * 1024];
    try (InputStream output = host.output()) {
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        scanner.scan(buffer, read);
      }
    } catch (IOException e) {
      // the shell has ended, which awaitEnd reports
    }
  }

  private void awaitEnd() {
    int exitCode = 0;
    try {
      exitCode = host.awaitEnd();
      host.terminate(END_TIMEOUT);
      drained.await(END_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exited.countDown();
    close();
    ready.completeExceptionally(new IOException("exit code " + exitCode));
    var open = command;
    if (open != null) {
      open.complete(new ShellOutcome.ShellExited(exitCode));
    }
  }

  /** Closes our ends of its streams, which also ends a blocked write to the pipe. */
  private void close() {
    writer.shutdownNow();
    host.close();
  }

  private void outputReceived(byte[] bytes, int offset, int length) {
    var open = command;
    if (open != null && open.isStarted() && !open.isDone()) {
      open.output(bytes, offset, length);
    } else {
      backgroundOutput.add(bytes, offset, length);
    }
  }

  private void markerReceived(String text) {
    var open = command;
    if (text.equals("begin") && open != null) {
      var missed = backgroundOutput.take();
      open.show(missed, 0, missed.length);
      open.markStarted();
    } else if (text.startsWith("end;" + number + ";")) {
      // a report with another number was sent twice, and is about a command before this one
      ShellReport.parse(text.substring(text.indexOf(';', 4) + 1))
          .ifPresent(shellReport -> reportReceived(shellReport, open));
    }
  }

  private void reportReceived(ShellReport shellReport, @Nullable RunningCommand open) {
    if (ready.complete(shellReport)) {
      backgroundOutput.take(); // prompts from before they were switched off
    }
    if (open != null) {
      open.complete(new ShellOutcome.CommandEnded(shellReport));
    }
  }
}
