package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.HostConfig;
import dev.deckhand.lab.LabFault;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of the machine one container of a lab may use, so that a learner's mistake costs the lab
 * and not the machine. Zero stands for no limit.
 *
 * @param memory in bytes
 * @param cpus how many processors' time; fractions are allowed
 * @param pids how many processes and threads
 */
public record ContainerLimits(long memory, double cpus, long pids) {

  /** The environment variable that changes them, as in {@code memory=4g,cpus=1.5,pids=2000}. */
  public static final String VARIABLE = "DECKHAND_LIMITS";

  private static final Pattern SETTING =
      Pattern.compile("(memory)=(\\d+)([mg])|(cpus)=(\\d+(?:\\.\\d+)?)|(pids)=(\\d+)");

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  /** A cluster and its Pods run in this much; a machine that has less gives all it has. */
  private static final long SUFFICIENT_MEMORY = 2 * GIB;

  private static final long CONFINED_MEMORY = 3 * GIB;

  private static final long PIDS_PER_CPU = 2048;
  private static final long MIN_PIDS = 4096;
  private static final long MAX_PIDS = 16384;

  /**
   * Returns the limits for an engine: three quarters of its machine's memory and seven eighths of
   * its processors, unless set otherwise. What the engine can't limit isn't limited.
   *
   * @param info what the engine answers to {@code GET /info}
   * @param setting the value of {@link #VARIABLE}; empty where it isn't set
   * @throws LabFault if the setting can't be read
   */
  public static ContainerLimits of(JsonNode info, String setting) {
    ContainerLimits wanted = defaults(info);
    String text = setting.strip().toLowerCase(Locale.ROOT);
    if (text.equals("none")) {
      return new ContainerLimits(0, 0, 0);
    }
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      wanted = wanted.with(part.strip());
    }
    return new ContainerLimits(
        info.path("MemoryLimit").asBoolean() ? wanted.memory : 0,
        info.path("CpuCfsQuota").asBoolean() ? wanted.cpus : 0,
        info.path("PidsLimit").asBoolean() ? wanted.pids : 0);
  }

  /** The same, but no more memory than a lesson needs with all that its lab keeps in memory. */
  ContainerLimits confined() {
    return new ContainerLimits(
        memory == 0 ? CONFINED_MEMORY : Math.min(memory, CONFINED_MEMORY), cpus, pids);
  }

  private static ContainerLimits defaults(JsonNode info) {
    long total = info.path("MemTotal").asLong();
    int processors = info.path("NCPU").asInt();
    return new ContainerLimits(
        Math.max(total / 4 * 3, Math.min(total, SUFFICIENT_MEMORY)),
        processors * 7 / 8.0,
        Math.clamp(processors * PIDS_PER_CPU, MIN_PIDS, MAX_PIDS));
  }

  private ContainerLimits with(String part) {
    Matcher matcher = SETTING.matcher(part);
    if (!matcher.matches()) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          VARIABLE + " can't be read: \"" + part + "\".",
          "Set it to limits like memory=4g,cpus=1.5,pids=2000, or to none, or unset it.");
    }
    if (matcher.group(1) != null) {
      long unit = matcher.group(3).equals("g") ? GIB : MIB;
      return new ContainerLimits(Long.parseLong(matcher.group(2)) * unit, cpus, pids);
    }
    return matcher.group(4) != null
        ? new ContainerLimits(memory, Double.parseDouble(matcher.group(5)), pids)
        : new ContainerLimits(memory, cpus, Long.parseLong(matcher.group(7)));
  }

  void applyTo(HostConfig config) {
    if (memory > 0) {
      config.withMemory(memory);
    }
    if (cpus > 0) {
      config.withNanoCPUs((long) (cpus * 1e9));
    }
    if (pids > 0) {
      config.withPidsLimit(pids);
    }
  }

  /** As people read it: {@code 6.0 GB of memory, 1.75 processors, 4096 processes}. */
  @Override
  public String toString() {
    return (memory == 0
            ? "any memory"
            : String.format(Locale.ROOT, "%.1f GB of memory", memory / 1e9))
        + ", "
        + (cpus == 0 ? "all processors" : String.format(Locale.ROOT, "%.2f processors", cpus))
        + ", "
        + (pids == 0 ? "any number of processes" : pids + " processes");
  }
}
