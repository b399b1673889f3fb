package dev.deckhand.lab.start;

import dev.deckhand.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Starts parts of a lab side by side: all of them, or none. */
final class ParallelStarter {

  private ParallelStarter() {}

  /**
   * Returns the parts in the order given. If one fails, or this thread is interrupted, the others
   * are stopped and closed.
   */
  static List<Lab> start(List<Callable<Lab>> parts) throws InterruptedException {
    var tasks = new ArrayList<FutureTask<Lab>>();
    var threads = new ArrayList<Thread>();
    for (Callable<Lab> part : parts) {
      var task = new FutureTask<>(part);
      tasks.add(task);
      threads.add(Thread.ofVirtual().name("lab-part").start(task));
    }
    var labs = new ArrayList<Lab>();
    try {
      for (FutureTask<Lab> task : tasks) {
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

  private static void closeAll(List<FutureTask<Lab>> tasks, List<Thread> threads) {
    threads.forEach(Thread::interrupt);
    for (FutureTask<Lab> task : tasks) {
      Lab lab = awaitLab(task);
      if (lab != null) {
        lab.close();
      }
    }
  }

  /** A part that was told to stop takes a moment to take back what it has begun. */
  private static @Nullable Lab awaitLab(FutureTask<Lab> task) {
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
