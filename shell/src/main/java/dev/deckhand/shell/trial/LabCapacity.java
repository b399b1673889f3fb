package dev.deckhand.shell.trial;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.OptionalLong;

/**
 * How many labs a machine takes at a time.
 *
 * @param bytes the memory that labs may take together
 * @param maxLabs how many there may be, whatever they take; at least one
 */
public record LabCapacity(long bytes, int maxLabs) {

  private static final long MIB = 1L << 20;

  /** A shell, and what a lesson types into it. */
  private static final long WORKSPACE_BYTES = 100 * MIB;

  /** An engine with a handful of small containers was seen to take 150 to 250 MiB. */
  private static final long ENGINE_BYTES = 400 * MIB;

  /** A cluster with a handful of Pods was seen to take 590 to 640 MiB. */
  private static final long CLUSTER_BYTES = 1000 * MIB;

  /** A JVM for snippets. */
  private static final long JSHELL_BYTES = 300 * MIB;

  /** What a lesson's Pods take in a cluster that is there anyway. */
  private static final long PODS_BYTES = 300 * MIB;

  /** Labs wait more than they work; with more than that many for a core their starts are late. */
  private static final int LABS_PER_CORE = 2;

  /** What is left to the machine itself. */
  private static final long RESERVED = 1024 * MIB;

  public LabCapacity {
    if (maxLabs < 1) {
      throw new IllegalArgumentException("at least one lab at a time, not " + maxLabs);
    }
  }

  /**
   * What a machine has room for.
   *
   * @param available the memory that is free now; empty where nobody knows, which counts as enough
   *     for one
   */
  public static LabCapacity of(OptionalLong available, int cores) {
    return new LabCapacity(
        Math.max(0, available.orElse(0) - RESERVED), Math.max(1, LABS_PER_CORE * cores));
  }

  /** What is left beside clusters that lessons share. */
  public LabCapacity withoutSharedClusters(int clusters) {
    return new LabCapacity(Math.max(0, bytes - clusters * CLUSTER_BYTES), maxLabs);
  }

  /** About how much memory a lesson takes that lives in a cluster with others. */
  public static long guestBytes() {
    return WORKSPACE_BYTES + PODS_BYTES;
  }

  /** As many as somebody said, whatever they take. */
  public static LabCapacity ofCount(int labs) {
    return new LabCapacity(Long.MAX_VALUE, labs);
  }

  /** About how much memory a lesson's lab takes. */
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

  /** Whether one more has room beside others; the first always has. */
  boolean fits(long wanted, long inUse, int running) {
    return running == 0 || (running < maxLabs && wanted <= bytes - inUse);
  }
}
