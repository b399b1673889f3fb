package dev.deckhand.shell.view.prose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How wide the columns of a table are. */
public final class ColumnWidths {

  private ColumnWidths() {}

  /**
   * Fits columns into a width by narrowing the widest, none below a least width. Empty where they
   * do not fit.
   *
   * @param natural what each column would like to have
   * @param width what all of them may have together
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
