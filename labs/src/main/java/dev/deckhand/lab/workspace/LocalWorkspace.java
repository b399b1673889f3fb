package dev.deckhand.lab.workspace;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workspace whose shell is a bash on this machine, in a terminal of its own. */
final class LocalWorkspace implements Workspace {

  /**
   * What the notes keep of an output: as many lines from its beginning, and as many from its end.
   */
  private static final int LINES_KEPT = 100;

  private static final int ATTEMPTS = 5;
  private static final Duration GRACE = Duration.ofMillis(300);

  private final SessionRoom room;
  private final ShellStarter starter;
  private final Object lock = new Object();
  private @Nullable Shell shell;
  private @Nullable Interrupts running;
  private boolean closed;
  private volatile Report last;

  LocalWorkspace(SessionRoom room, ShellStarter starter) {
    this.room = room;
    this.starter = starter;
    this.last = Report.fresh(room.workspace().toString());
  }

  @Override
  public CommandResult run(String lines, Console console) throws InterruptedException {
    long start = System.nanoTime();
    var exchange = new Exchange(console, new Transcript(LINES_KEPT));
    var outcome = runIn(shell(console), lines, console, exchange);
    if (outcome instanceof Outcome.Ended && !exchange.begun()) {
      // the shell had ended by itself since the last command; this one has not run yet
      exchange = new Exchange(console, new Transcript(LINES_KEPT));
      outcome = runIn(shell(console), lines, console, exchange);
    }
    var result = result(outcome, exchange, Duration.ofNanos(System.nanoTime() - start));
    if (result.exitCode() != 0) {
      Disk.requireSpace(room.workspace(), null);
    }
    return result;
  }

  @Override
  public void interrupt() {
    Interrupts now;
    synchronized (lock) {
      now = running;
    }
    if (now != null) {
      now.interrupt();
    }
  }

  @Override
  public Path folder() {
    return Path.of(last.folder());
  }

  @Override
  public Map<String, String> environment() {
    return starter.environment();
  }

  @Override
  public void close() {
    Shell open;
    synchronized (lock) {
      closed = true;
      open = shell;
      shell = null;
    }
    if (open != null) {
      open.end();
    }
  }

  private Outcome runIn(Shell open, String lines, Console console, Exchange exchange)
      throws InterruptedException {
    var interrupts = new Interrupts(open, exchange);
    runs(interrupts);
    try {
      open.submit(CommandFraming.frame(lines, last), exchange);
      return new Typing(open, console, exchange, interrupts).untilOver();
    } catch (InterruptedException e) {
      giveUp(open, exchange, interrupts);
      throw e;
    } catch (IOException e) {
      return afterBreak(open, exchange, interrupts, e);
    } finally {
      runs(null);
    }
  }

  private CommandResult result(Outcome outcome, Exchange exchange, Duration took) {
    return switch (outcome) {
      case Outcome.Returned(var report) -> {
        last = report;
        yield new CommandResult(report.exitCode(), exchange.text(), false, took);
      }
      case Outcome.Ended(int exitCode) -> {
        last = Report.fresh(last.folder());
        yield new CommandResult(exitCode, exchange.text(), true, took);
      }
    };
  }

  /** Either the shell's pipe broke, because it ended, or the console did. */
  private Outcome afterBreak(
      Shell open, Exchange exchange, Interrupts interrupts, IOException cause)
      throws InterruptedException {
    if (exchange.consoleGone().isEmpty() && !Thread.currentThread().isInterrupted()) {
      var outcome = exchange.await(GRACE.multipliedBy(ATTEMPTS));
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    boolean interrupted = Thread.interrupted();
    giveUp(open, exchange, interrupts);
    if (interrupted) {
      throw new InterruptedException();
    }
    throw new LabFault(
        LabFault.Kind.LOST,
        "The terminal no longer takes what the command writes: " + cause.getMessage() + ".",
        "The command was interrupted. Start again in a terminal that is open.",
        cause);
  }

  /** Interrupts the command; a shell that does not come back from it is ended. */
  private static void giveUp(Shell open, Exchange exchange, Interrupts interrupts) {
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        // more than once: one that comes while the shell starts a program reaches neither
        interrupts.interrupt();
        if (exchange.await(GRACE).isPresent()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.end();
  }

  private Shell shell(Console console) throws InterruptedException {
    synchronized (lock) {
      if (closed) {
        throw new LabFault(
            LabFault.Kind.LOST, "This workspace is closed.", "Open the lesson again.");
      }
      if (shell != null && shell.isAlive()) {
        return shell;
      }
    }
    var fresh = starter.start(startFolder(), console.columns(), console.rows());
    synchronized (lock) {
      if (!closed) {
        shell = fresh;
        return fresh;
      }
    }
    fresh.end();
    throw new LabFault(LabFault.Kind.LOST, "This workspace is closed.", "Open the lesson again.");
  }

  /** The folder that the last shell was in; the workspace's own where that is gone. */
  private Path startFolder() {
    var folder = folder();
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      return Files.createDirectories(room.workspace());
    } catch (IOException e) {
      Disk.requireSpace(room.root(), e);
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "The workspace " + room.workspace() + " cannot be made: " + e.getMessage() + ".",
          "Make that folder, writable for you, and type the command again.",
          e);
    }
  }

  private void runs(@Nullable Interrupts now) {
    synchronized (lock) {
      running = now;
    }
  }
}
