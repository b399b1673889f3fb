package dev.deckhand.lab.workspace;

import com.pty4j.PtyProcess;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * One running bash in a terminal of its own. Commands go to it by a pipe; the terminal is the
 * commands' alone.
 */
final class Shell {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PtyProcess process;
  private final FileChannel pipe;
  private final TerminalDevice device;
  private final SessionProcesses session;
  private final MarkScanner scanner;
  private final IdleOutput idle = new IdleOutput(64 * 1024);
  private final CompletableFuture<Report> ready = new CompletableFuture<>();
  private final CountDownLatch drained = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  // a thread of its own: whoever is interrupted while writing closes the pipe; a platform thread,
  // which can be interrupted there
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("workspace-commands").factory());
  private volatile @Nullable Exchange exchange;

  /**
   * @param pipe where the shell reads its commands from
   * @param nonce what marks the shell's own words in the terminal's output
   */
  Shell(
      PtyProcess process,
      FileChannel pipe,
      TerminalDevice device,
      SessionProcesses session,
      String nonce) {
    this.process = process;
    this.pipe = pipe;
    this.device = device;
    this.session = session;
    this.scanner =
        new MarkScanner(
            nonce,
            new MarkScanner.Sink() {
              @Override
              public void output(byte[] bytes, int offset, int length) {
                received(bytes, offset, length);
              }

              @Override
              public void mark(String text) {
                marked(text);
              }
            });
  }

  /** Prepares the shell and waits until it takes commands. */
  void start(String script, Duration patience)
      throws IOException, InterruptedException, TimeoutException {
    Thread.ofPlatform().daemon().name("workspace-output").start(this::readOutput);
    Thread.ofVirtual().name("workspace-end").start(this::awaitEnd);
    device.rememberModes();
    write(script);
    try {
      ready.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException("bash ended at once", e);
    }
  }

  boolean isAlive() {
    return gone.getCount() > 0;
  }

  TerminalDevice device() {
    return device;
  }

  /** Gives the shell a command's lines; what comes of them goes to the exchange. */
  void submit(String lines, Exchange next) {
    exchange = next;
    if (!isAlive()) {
      next.complete(new Outcome.Ended(0));
      return;
    }
    device.restoreModes();
    write(lines);
  }

  /** Types into the terminal. */
  void type(byte[] bytes, int length) throws IOException {
    var keyboard = process.getOutputStream();
    keyboard.write(bytes, 0, length);
    keyboard.flush();
  }

  /**
   * Asks once more for the report of the command that runs, to be answered when the shell is back:
   * an interrupt may have hit the shell just as it was about to give it.
   */
  void askAgain() {
    write(CommandFraming.REPORT_AGAIN);
  }

  /** Says whether the shell has the terminal to itself: nothing that it started runs in front. */
  boolean isInFront() {
    return device.isInFront(process.pid());
  }

  void resize(int columns, int rows) {
    if (columns > 0 && rows > 0) {
      try {
        process.setWinSize(new WinSize(columns, rows));
      } catch (IllegalStateException ended) {
        // the line has ended the shell, and the terminal with it: there is nothing to fit
      }
    }
  }

  /** Ends the shell and all of its jobs, and waits for that, a few seconds at most. */
  void end() {
    session.end(PATIENCE);
    boolean interrupted = false;
    try {
      if (!gone.await(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Queues a text for the shell. */
  private void write(String text) {
    try {
      writer.execute(() -> writeNow(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    } catch (RejectedExecutionException e) {
      // the shell ended meanwhile, which is told by its end
    }
  }

  private void writeNow(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        pipe.write(bytes);
      }
    } catch (IOException e) {
      // the same: nobody reads any more
    }
  }

  private void readOutput() {
    var buffer = new byte[64 * 1024];
    try (InputStream output = process.getInputStream()) {
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        scanner.take(buffer, read);
      }
    } catch (IOException e) {
      // the terminal's other end is closed: the shell ended, and its end is waited for elsewhere
    }
    scanner.end();
    drained.countDown();
  }

  private void awaitEnd() {
    int exitCode = 0;
    try {
      exitCode = process.waitFor();
      session.end(PATIENCE);
      drained.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gone.countDown();
    close();
    ready.completeExceptionally(new IOException("exit code " + exitCode));
    var open = exchange;
    if (open != null) {
      open.complete(new Outcome.Ended(exitCode));
    }
  }

  /** Closes what we hold of it, which also wakes whoever writes to the pipe. */
  private void close() {
    writer.shutdownNow();
    try {
      pipe.close();
      process.getOutputStream().close();
      process.getInputStream().close();
    } catch (IOException e) {
      // closed is what it was to be
    }
  }

  private void received(byte[] bytes, int offset, int length) {
    var open = exchange;
    if (open != null && open.begun() && !open.isOver()) {
      open.output(bytes, offset, length);
    } else {
      idle.add(bytes, offset, length);
    }
  }

  private void marked(String text) {
    var open = exchange;
    if (text.equals("begin") && open != null) {
      var missed = idle.take();
      open.show(missed, 0, missed.length);
      open.begin();
    } else if (text.startsWith("end;")) {
      Report.parse(text.substring(4)).ifPresent(report -> reported(report, open));
    }
  }

  private void reported(Report report, @Nullable Exchange open) {
    if (ready.complete(report)) {
      idle.take(); // prompts of the time before they were switched off
    }
    if (open != null) {
      open.complete(new Outcome.Returned(report));
    }
  }
}
