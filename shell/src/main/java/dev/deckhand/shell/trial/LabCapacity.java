package dev.deckhand.shell.trial;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.OptionalLong;

/**
 * How many labs a machine can run at a time.
 *
 * @param bytes the memory that labs may take together
 * @param maxLabs the most labs, whatever their size; at least one
 */
public record LabCapacity(long bytes, int maxLabs) {

  private static final long MIB = 1L << 20;

  /** A shell and the commands of a lesson. */
  private static final long WORKSPACE_BYTES = 100 * MIB;

  /**
   * Measured: 150 to 250 MiB for an engine with a few small containers; and the images of a lesson,
   * which are in memory on most machines.
   */
  private static final long ENGINE_BYTES = 600 * MIB;

  /** Measured: 590 to 640 MiB for a cluster with a few Pods; and its images and its database. */
  private static final long CLUSTER_BYTES = 1300 * MIB;

  /** A JVM for snippets. */
  private static final long JSHELL_BYTES = 300 * MIB;

  /** A lesson's Pods in a shared cluster. */
  private static final long PODS_BYTES = 300 * MIB;

  /** Labs mostly wait, but more than this per core would delay their starts. */
  private static final int LABS_PER_CORE = 2;

  /** Graded submissions wait even more: for hold times, and for what may still come. */
  private static final int GRADED_LABS_PER_CORE = 6;

  /** A cluster works also while a submission waits: it starts Pods, and looks after itself. */
  private static final int GRADED_CLUSTERS_PER_CORE = LABS_PER_CORE;

  /** Reserved for the rest of the machine. */
  private static final long RESERVED = 1024 * MIB;

  public LabCapacity {
    if (maxLabs < 1) {
      throw new IllegalArgumentException("at least one lab at a time, not " + maxLabs);
    }
  }

  /**
   * Computes the capacity of a machine.
   *
   * @param available the available memory in bytes; if empty, one lab runs at a time
   */
  public static LabCapacity of(OptionalLong available, int cores) {
    return new LabCapacity(Math.max(0, available.orElse(0) - RESERVED), working(cores));
  }

  /**
   * Computes how many submissions of a lesson a machine grades at a time. No more than {@link
   * #working} of them may work at the same time, whatever the others wait for.
   *
   * @param available the available memory in bytes; if empty, one lab runs at a time
   */
  public static LabCapacity forGrading(OptionalLong available, int cores, LabNeeds needs) {
    int each =
        needs.labs().contains(LabKind.KUBERNETES) ? GRADED_CLUSTERS_PER_CORE : GRADED_LABS_PER_CORE;
    return new LabCapacity(of(available, cores).bytes(), Math.max(1, each * cores));
  }

  /** How many labs may work at the same time. */
  public static int working(int cores) {
    return Math.max(1, LABS_PER_CORE * cores);
  }

  /** Subtracts the memory of shared clusters. */
  public LabCapacity withoutSharedClusters(int clusters) {
    return new LabCapacity(Math.max(0, bytes - clusters * CLUSTER_BYTES), maxLabs);
  }

  /** Returns the approximate memory, in bytes, of a lesson in a shared cluster. */
  public static long guestBytes() {
    return WORKSPACE_BYTES + PODS_BYTES;
  }

  /** A fixed number of labs, whatever their size. */
  public static LabCapacity ofCount(int labs) {
    return new LabCapacity(Long.MAX_VALUE, labs);
  }

  /** Returns the approximate memory of a lesson's lab in bytes. */
  public static long requiredBytes(LabNeeds needs) {
    long bytes = WORKSPACE_BYTES;
    for (LabKind kind : needs.labs()) {
      bytes +=
          switch (kind) {
            case DOCKER -> ENGINE_BYTES;
            case KUBERNETES -> CLUSTER_BYTES;
            case JAVA -> JSHELL_BYTES;
          };
    }
    return bytes;
  }

  /** Returns whether one more lab fits; the first always does. */
  boolean fits(long wanted, long inUse, int running) {
    return running == 0 || (running < maxLabs && wanted <= bytes - inUse);
  }
}
