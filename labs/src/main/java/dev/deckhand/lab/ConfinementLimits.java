package dev.deckhand.lab;

/**
 * What the commands of one submission may use.
 *
 * @param memory in bytes, for all its processes together, with what they keep in memory-backed
 *     folders
 * @param cpus how many processors' time; fractions are allowed
 * @param pids how many processes and threads
 * @param workspace in bytes: the largest size of the workspace folder
 * @param scratch in bytes: the largest size of {@code /tmp}
 */
public record ConfinementLimits(long memory, double cpus, int pids, long workspace, long scratch) {

  private static final long MIB = 1L << 20;

  /** Enough for kubectl, Helm and the lessons' scripts. */
  public static final ConfinementLimits DEFAULT =
      new ConfinementLimits(512 * MIB, 1, 256, 64 * MIB, 64 * MIB);

  /** A folder has no more files than this, so that many small files end, too. */
  public static final int MAX_FILES = 20_000;
}
