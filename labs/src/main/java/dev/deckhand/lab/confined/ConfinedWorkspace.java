package dev.deckhand.lab.confined;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.workspace.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A workspace whose shell is a bash in a container of its own. Interrupting a command kills
 * everything in the container, and the next command gets a new shell.
 */
final class ConfinedWorkspace implements Workspace {

  /** How many lines of an output are kept from its beginning, and how many from its end. */
  private static final int TRANSCRIPT_LINES = 100;

  private final ConfinementPlan plan;
  private final Supplier<String> nonces;
  private final ReentrantLock lifecycle = new ReentrantLock();
  private @Nullable ConfinedContainer container;
  private @Nullable ConfinedShell shell;
  private boolean closed;

  /**
   * @param nonces supplies a secret word for each shell
   */
  ConfinedWorkspace(ConfinementPlan plan, Supplier<String> nonces) {
    this.plan = plan;
    this.nonces = nonces;
  }

  @Override
  public CommandResult run(String lines, Console console) throws InterruptedException {
    long start = System.nanoTime();
    var transcript = new Transcript(TRANSCRIPT_LINES);
    Integer exitCode = null;
    try {
      exitCode = openShell().run(lines, transcript, console);
    } catch (IOException | UncheckedIOException | ApiException broken) {
      interruptIfRequested();
      if (broken instanceof ApiException && !isKilled()) {
        throw lost(broken);
      }
    }
    boolean ended = exitCode == null;
    if (ended) {
      interruptIfRequested();
      closeShell();
    }
    return new CommandResult(
        exitCode == null ? ConfinedShell.KILLED : exitCode,
        transcript.text(),
        ended,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private void interruptIfRequested() throws InterruptedException {
    if (Thread.interrupted()) {
      interrupt();
      throw new InterruptedException();
    }
  }

  private LabFault lost(Exception cause) {
    return new LabFault(
        LabFault.Kind.LOST,
        "The container of the submission's commands doesn't answer: " + cause.getMessage() + ".",
        "Grade the submission again.",
        cause);
  }

  /** Waits for a kill to be over: a container that is ending takes no command. */
  private ConfinedShell openShell() {
    lifecycle.lock();
    try {
      ConfinedContainer running = container();
      ConfinedShell open = shell();
      if (open != null) {
        running.resume();
        return open;
      }
      running.restart();
      running.resume();
      ConfinedShell fresh = ConfinedShell.start(plan.context().host().api(), running, nonces.get());
      synchronized (this) {
        shell = fresh;
      }
      return fresh;
    } finally {
      lifecycle.unlock();
    }
  }

  private synchronized @Nullable ConfinedShell shell() {
    return shell;
  }

  /** Starts the container at the first command. */
  private synchronized ConfinedContainer container() {
    if (closed) {
      throw new LabFault(LabFault.Kind.LOST, "This workspace is closed.", "Open it again.");
    }
    ConfinedContainer running = container;
    if (running == null) {
      running = ConfinedContainer.start(plan, ConfinedContainer.Role.COMMANDS);
      container = running;
    }
    return running;
  }

  /** Whether the shell was taken away by {@link #interrupt}. */
  private synchronized boolean isKilled() {
    return shell == null;
  }

  /** Unpacks a tar archive in the workspace's folder. */
  void write(byte[] tar) {
    container().unpack(tar);
  }

  /** Stops everything where it is until the next command. */
  synchronized void pause() {
    if (container != null) {
      container.pause();
    }
  }

  @Override
  public void interrupt() {
    lifecycle.lock();
    try {
      ConfinedContainer running;
      synchronized (this) {
        running = container;
      }
      if (running != null) {
        // a paused process can't be killed by every engine
        running.resume();
        running.kill();
      }
      closeShell();
    } finally {
      lifecycle.unlock();
    }
  }

  private synchronized void closeShell() {
    if (shell != null) {
      shell.close();
      shell = null;
    }
  }

  @Override
  public Path folder() {
    return Path.of(ConfinedContainer.WORKSPACE);
  }

  /**
   * Closes it, and makes sure that nothing of it is left.
   *
   * @throws ApiException if its container stays
   */
  void remove() {
    ConfinedContainer running;
    synchronized (this) {
      closed = true;
      running = container;
      closeShell();
    }
    if (running != null) {
      running.remove();
    }
  }

  @Override
  public void close() {
    try {
      remove();
    } catch (ApiException unremovable) {
      // the sweep at the next start removes it
    }
  }
}
