package dev.deckhand.lab.workspace;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.WorkspaceLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace whose shell is a bash in its own terminal, on this machine or elsewhere. */
public final class BashWorkspace implements Workspace {

  /** How many lines of an output are kept from its beginning, and how many from its end. */
  private static final int TRANSCRIPT_LINES = 100;

  private static final int ATTEMPTS = 5;
  private static final Duration GRACE = Duration.ofMillis(300);

  private final ShellStarter starter;
  private final Object lock = new Object();
  private @Nullable BashProcess bashProcess;
  private @Nullable CommandInterrupter running;
  private boolean closed;
  private volatile ShellReport lastReport;

  /** The shell starts with the first command. */
  public BashWorkspace(ShellStarter starter) {
    this.starter = starter;
    this.lastReport = ShellReport.initial(starter.home());
  }

  @Override
  public CommandResult run(String lines, Console console) throws InterruptedException {
    long start = System.nanoTime();
    var runningCommand = new RunningCommand(console, new Transcript(TRANSCRIPT_LINES));
    var shellOutcome = runIn(shell(console), lines, console, runningCommand);
    if (shellOutcome instanceof ShellOutcome.ShellExited && !runningCommand.isStarted()) {
      // the shell ended by itself after the last command, and this one has not run yet
      runningCommand = new RunningCommand(console, new Transcript(TRANSCRIPT_LINES));
      shellOutcome = runIn(shell(console), lines, console, runningCommand);
    }
    var result = result(shellOutcome, runningCommand, Duration.ofNanos(System.nanoTime() - start));
    if (result.exitCode() != 0) {
      starter.checkDisk();
    }
    return result;
  }

  @Override
  public void interrupt() {
    CommandInterrupter now;
    synchronized (lock) {
      now = running;
    }
    if (now != null) {
      now.interrupt();
    }
  }

  @Override
  public Path folder() {
    return Path.of(lastReport.folder());
  }

  @Override
  public Map<String, String> environment() {
    return starter.environment();
  }

  @Override
  public Optional<WorkspaceLookup> lookup() {
    return starter.lookup();
  }

  @Override
  public void close() {
    BashProcess open;
    synchronized (lock) {
      closed = true;
      open = bashProcess;
      bashProcess = null;
    }
    if (open != null) {
      open.end();
    }
  }

  private ShellOutcome runIn(
      BashProcess open, String lines, Console console, RunningCommand runningCommand)
      throws InterruptedException {
    var commandInterrupter = new CommandInterrupter(open, runningCommand);
    setRunning(commandInterrupter);
    try {
      open.submit(lines, lastReport, runningCommand);
      return new InputForwarder(open, console, runningCommand, commandInterrupter)
          .forwardUntilDone();
    } catch (InterruptedException e) {
      interruptOrEnd(open, runningCommand, commandInterrupter);
      throw e;
    } catch (IOException e) {
      return handleBrokenPipe(open, runningCommand, commandInterrupter, e);
    } finally {
      setRunning(null);
    }
  }

  private CommandResult result(
      ShellOutcome shellOutcome, RunningCommand runningCommand, Duration took) {
    return switch (shellOutcome) {
      case ShellOutcome.CommandEnded(var shellReport) -> {
        lastReport = shellReport;
        yield new CommandResult(
            shellReport.exitCode(), runningCommand.transcriptText(), false, took);
      }
      case ShellOutcome.ShellExited(int exitCode) -> {
        lastReport = ShellReport.initial(lastReport.folder());
        yield new CommandResult(exitCode, runningCommand.transcriptText(), true, took);
      }
    };
  }

  /** Either the shell ended and its pipe broke, or the console is gone. */
  private ShellOutcome handleBrokenPipe(
      BashProcess open,
      RunningCommand runningCommand,
      CommandInterrupter commandInterrupter,
      IOException cause)
      throws InterruptedException {
    if (runningCommand.consoleFailure().isEmpty() && !Thread.currentThread().isInterrupted()) {
      var shellOutcome = runningCommand.await(GRACE.multipliedBy(ATTEMPTS));
      if (shellOutcome.isPresent()) {
        return shellOutcome.get();
      }
    }
    boolean interrupted = Thread.interrupted();
    interruptOrEnd(open, runningCommand, commandInterrupter);
    if (interrupted) {
      throw new InterruptedException();
    }
    throw new LabFault(
        LabFault.Kind.LOST,
        "Your terminal no longer accepts output: " + cause.getMessage() + ".",
        "The command was interrupted. Open a new terminal, and start Deckhand again.",
        cause);
  }

  /** Interrupts the command; ends the shell if it doesn't get ready again. */
  private static void interruptOrEnd(
      BashProcess open, RunningCommand runningCommand, CommandInterrupter commandInterrupter) {
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        // more than once, since an interrupt that comes while the shell starts a program is lost
        commandInterrupter.interrupt();
        if (runningCommand.await(GRACE).isPresent()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.end();
  }

  private BashProcess shell(Console console) throws InterruptedException {
    synchronized (lock) {
      if (closed) {
        throw new LabFault(
            LabFault.Kind.LOST, "This workspace is closed.", "Open the lesson again.");
      }
      if (bashProcess != null && bashProcess.isAlive()) {
        return bashProcess;
      }
    }
    var fresh = starter.start(lastReport.folder(), console.columns(), console.rows());
    synchronized (lock) {
      if (!closed) {
        bashProcess = fresh;
        return fresh;
      }
    }
    fresh.end();
    throw new LabFault(LabFault.Kind.LOST, "This workspace is closed.", "Open the lesson again.");
  }

  private void setRunning(@Nullable CommandInterrupter now) {
    synchronized (lock) {
      running = now;
    }
  }
}
