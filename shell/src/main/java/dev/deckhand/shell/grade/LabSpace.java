package dev.deckhand.shell.grade;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.OptionalLong;

/**
 * How many labs a machine takes at a time.
 *
 * @param bytes the memory that labs may take together
 * @param most how many there may be, whatever they take; at least one
 */
public record LabSpace(long bytes, int most) {

  private static final long MIB = 1L << 20;

  /** A shell, and what a lesson types into it. */
  private static final long WORKSPACE = 100 * MIB;

  /** An engine with a handful of small containers was seen to take 150 to 250 MiB. */
  private static final long ENGINE = 400 * MIB;

  /** A cluster with a handful of Pods was seen to take 590 to 640 MiB. */
  private static final long CLUSTER = 1000 * MIB;

  /** A JVM for snippets. */
  private static final long SNIPPETS = 300 * MIB;

  /** What a lesson's Pods take in a cluster that is there anyway. */
  private static final long PODS = 300 * MIB;

  /** Labs wait more than they work; with more than that many for a core their starts are late. */
  private static final int FOR_A_CORE = 2;

  /** What is left to the machine itself. */
  private static final long LEFT = 1024 * MIB;

  public LabSpace {
    if (most < 1) {
      throw new IllegalArgumentException("at least one lab at a time, not " + most);
    }
  }

  /**
   * What a machine has room for.
   *
   * @param available the memory that is free now; empty where nobody knows, which counts as enough
   *     for one
   */
  public static LabSpace of(OptionalLong available, int cores) {
    return new LabSpace(Math.max(0, available.orElse(0) - LEFT), Math.max(1, FOR_A_CORE * cores));
  }

  /** What is left beside clusters that lessons share. */
  public LabSpace beside(int clusters) {
    return new LabSpace(Math.max(0, bytes - clusters * CLUSTER), most);
  }

  /** About how much memory a lesson takes that lives in a cluster with others. */
  public static long asGuest() {
    return WORKSPACE + PODS;
  }

  /** As many as somebody said, whatever they take. */
  public static LabSpace forced(int labs) {
    return new LabSpace(Long.MAX_VALUE, labs);
  }

  /** About how much memory a lesson's lab takes. */
  public static long taken(LabNeeds needs) {
    long bytes = WORKSPACE;
    for (LabKind kind : needs.labs()) {
      bytes +=
          switch (kind) {
            case DOCKER -> ENGINE;
            case KUBERNETES -> CLUSTER;
            case JAVA -> SNIPPETS;
          };
    }
    return bytes;
  }

  /** Whether one more has room beside others; the first always has. */
  boolean fits(long wanted, long inUse, int running) {
    return running == 0 || (running < most && wanted <= bytes - inUse);
  }
}
