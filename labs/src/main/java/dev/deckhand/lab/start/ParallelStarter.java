package dev.deckhand.lab.start;

import dev.deckhand.lab.observe.LabPart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Starts the parts of a lab in parallel: all of them, or none. */
final class ParallelStarter {

  private ParallelStarter() {}

  /**
   * Returns the parts in the order given. If one fails, or this thread is interrupted, the others
   * are stopped and closed.
   */
  static List<LabPart> start(List<Callable<LabPart>> parts) throws InterruptedException {
    var tasks = new ArrayList<FutureTask<LabPart>>();
    var threads = new ArrayList<Thread>();
    for (Callable<LabPart> part : parts) {
      var task = new FutureTask<>(part);
      tasks.add(task);
      threads.add(Thread.ofVirtual().name("lab-part").start(task));
    }
    var labs = new ArrayList<LabPart>();
    try {
      for (FutureTask<LabPart> task : tasks) {
        labs.add(task.get());
      }
      return labs;
    } catch (InterruptedException stopped) {
      closeAll(tasks, threads);
      throw stopped;
    } catch (ExecutionException failed) {
      closeAll(tasks, threads);
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof InterruptedException stopped) {
        throw stopped;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static void closeAll(List<FutureTask<LabPart>> tasks, List<Thread> threads) {
    threads.forEach(Thread::interrupt);
    for (FutureTask<LabPart> task : tasks) {
      LabPart lab = awaitLab(task);
      if (lab != null) {
        lab.close();
      }
    }
  }

  /** Waits for an interrupted part to clean up what it has started. */
  private static @Nullable LabPart awaitLab(FutureTask<LabPart> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException again) {
          interrupted = true;
        } catch (ExecutionException failed) {
          return null;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
