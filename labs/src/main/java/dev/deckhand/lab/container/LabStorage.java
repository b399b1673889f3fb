package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a lab's containers keep images and their own data: in memory, or on the engine's disk.
 * Memory is several times faster, since a lab makes and removes thousands of small files. It's used
 * as the files need it, and a machine gives a quarter of its memory at most.
 *
 * @param bytes the largest size in memory; 0 for the disk
 */
public record LabStorage(long bytes) {

  /** The environment variable that decides: {@code disk}, or a size in memory such as 4g. */
  public static final String VARIABLE = "DECKHAND_STORAGE";

  /** On the engine's disk. */
  public static final LabStorage DISK = new LabStorage(0);

  /**
   * For people whom the machine must not trust: in memory everywhere, since it has a size there.
   */
  static final LabStorage CONFINED = new LabStorage(1L << 30);

  /** What learners' containers write, besides the images that all of them share. */
  private static final long BYTES_PER_SEAT = 32L << 20;

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  /** A machine with less needs its memory for what runs in the lab. */
  private static final long SUFFICIENT_MEMORY = 7 * GIB;

  /** More than any lesson's images need. */
  private static final long SUFFICIENT_SIZE = 6 * GIB;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([mg])");

  /** For a number of people whom the machine must not trust, and who share a lab. */
  static LabStorage forSeats(int seats) {
    return new LabStorage(CONFINED.bytes() + seats * BYTES_PER_SEAT);
  }

  /**
   * Decides for an engine.
   *
   * @param info what the engine answers to {@code GET /info}
   * @param setting the value of {@link #VARIABLE}; empty where it isn't set
   * @throws LabFault if the setting can't be read
   */
  public static LabStorage of(JsonNode info, String setting) {
    String text = setting.strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      long total = info.path("MemTotal").asLong();
      return total < SUFFICIENT_MEMORY
          ? DISK
          : new LabStorage(Math.min(total / 4, SUFFICIENT_SIZE));
    }
    if (text.equals("disk")) {
      return DISK;
    }
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          VARIABLE + " can't be read: \"" + setting + "\".",
          "Set it to disk, or to a size in memory such as 4g, or unset it.");
    }
    return new LabStorage(Long.parseLong(size.group(1)) * (size.group(2).equals("g") ? GIB : MIB));
  }

  /**
   * The folders of a container that are kept in memory, with their mount options; none for the
   * disk.
   *
   * @param folder where the container keeps its data
   */
  public Map<String, String> mounts(String folder) {
    return bytes == 0 ? Map.of() : Map.of(folder, "rw,exec,suid,dev,mode=0711,size=" + bytes);
  }

  /** As people read it: {@code in memory, up to 4.3 GB}. */
  @Override
  public String toString() {
    return bytes == 0
        ? "on the engine's disk"
        : String.format(Locale.ROOT, "in memory, up to %.1f GB", bytes / 1e9);
  }
}
