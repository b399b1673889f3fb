package dev.deckhand.shell.view.prose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Computes the column widths of a table. */
public final class ColumnWidths {

  private ColumnWidths() {}

  /**
   * Fits columns into a width by narrowing the widest ones. Empty if they don't fit.
   *
   * @param natural the preferred width of each column
   * @param width the total width
   */
  public static List<Integer> fit(List<Integer> natural, int width, int least) {
    var widths = new ArrayList<>(natural);
    int excess = widths.stream().mapToInt(Integer::intValue).sum() - width;
    while (excess > 0) {
      int widest = widths.indexOf(Collections.max(widths));
      if (widths.get(widest) <= least) {
        return List.of();
      }
      widths.set(widest, widths.get(widest) - 1);
      excess--;
    }
    return widths;
  }
}
