package dev.deckhand.lab.image;

import java.util.List;

/**
 * What it costs to build images the first time, as measured on two cores.
 *
 * @param seconds how long it takes
 * @param fetched how many bytes are fetched
 * @param disk how many bytes of disk it takes while it runs
 */
public record BuildCost(int seconds, long fetched, long disk) {

  public static final BuildCost NONE = new BuildCost(0, 0, 0);

  private static final long MB = 1_000_000;

  /** Reads the cells of the catalogue: seconds, MB fetched, MB of disk; none if they're missing. */
  static BuildCost of(List<String> cells) {
    return cells.size() < 3
        ? NONE
        : new BuildCost(number(cells.get(0)), number(cells.get(1)) * MB, number(cells.get(2)) * MB);
  }

  private static int number(String cell) {
    return cell.isBlank() ? 0 : Integer.parseInt(cell.strip());
  }

  public BuildCost plus(BuildCost other) {
    return new BuildCost(seconds + other.seconds, fetched + other.fetched, disk + other.disk);
  }
}
