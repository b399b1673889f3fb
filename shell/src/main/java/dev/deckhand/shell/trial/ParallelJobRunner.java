package dev.deckhand.shell.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs as many jobs in parallel as the capacity allows, the longest first. */
public final class ParallelJobRunner implements AutoCloseable {

  /** How long jobs may take to clean up after they are interrupted. */
  private static final Duration CLEANUP_TIMEOUT = Duration.ofSeconds(30);

  private final LabCapacity capacity;
  private final Set<Thread> running = new LinkedHashSet<>();
  private long inUse;
  private boolean stopped;

  public ParallelJobRunner(LabCapacity space) {
    this.capacity = space;
  }

  /**
   * Runs all jobs and returns when the last one is finished. Interrupting the thread stops running
   * jobs and waits until they have cleaned up.
   */
  public void run(List<Job> jobs) throws InterruptedException {
    var waiting = new ArrayList<>(jobs);
    waiting.sort(Comparator.comparingInt(Job::length).reversed());
    try {
      while (!waiting.isEmpty() && !isStopped()) {
        start(waiting.remove(awaitRoomFor(waiting)));
      }
      awaitAll();
    } finally {
      close();
    }
  }

  /** Waits until a job fits, and returns the index of the first one that does. */
  private synchronized int awaitRoomFor(List<Job> waiting) throws InterruptedException {
    while (true) {
      for (int i = 0; i < waiting.size(); i++) {
        if (stopped || capacity.fits(waiting.get(i).bytes(), inUse, running.size())) {
          return i;
        }
      }
      wait();
    }
  }

  private synchronized void start(Job job) {
    if (stopped) {
      return;
    }
    Thread thread = Thread.ofVirtual().name("lesson").unstarted(() -> runJob(job));
    running.add(thread);
    inUse += job.bytes();
    thread.start();
  }

  private void runJob(Job job) {
    try {
      job.work().run();
    } finally {
      finished(job);
    }
  }

  private synchronized void finished(Job job) {
    running.remove(Thread.currentThread());
    inUse -= job.bytes();
    notifyAll();
  }

  private synchronized void awaitAll() throws InterruptedException {
    while (!running.isEmpty()) {
      wait();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Stops running jobs and waits until they have cleaned up. Idempotent and thread-safe. */
  @Override
  public synchronized void close() {
    stopped = true;
    running.forEach(Thread::interrupt);
    long end = System.nanoTime() + CLEANUP_TIMEOUT.toNanos();
    boolean interrupted = false;
    while (!running.isEmpty() && System.nanoTime() < end) {
      try {
        wait(100);
      } catch (InterruptedException hurried) {
        // running jobs hold labs, which must be removed first
        interrupted = true;
      }
    }
    notifyAll();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A job to run.
   *
   * @param bytes the approximate memory that it needs
   * @param length its duration relative to other jobs, in any unit
   * @param work must not throw, and must end soon after an interrupt
   */
  public record Job(long bytes, int length, Runnable work) {}
}
