package dev.deckhand.site.asciidoc;

import java.util.ArrayList;
import java.util.List;

/** AsciiDoc blocks around other blocks: those that open when they are asked to, and boxes. */
public final class DelimitedBlocks {

  /** Longer than the fences of any prose, and of each other where they may stand in one another. */
  private static final String INNER_FENCE = "=".repeat(16);

  private static final String FENCE = "=".repeat(24);
  private static final String OUTER_FENCE = "=".repeat(32);

  private DelimitedBlocks() {}

  /**
   * Returns what stays closed until the reader opens it, with an empty line at the end.
   *
   * @param title AsciiDoc for one line, safe
   * @param content AsciiDoc lines, safe
   */
  public static List<String> collapsible(String role, String title, List<String> content) {
    return fenced(List.of("." + title, "[%collapsible." + role + "]"), FENCE, content);
  }

  /** The same for what is part of prose, which may be folded or in a box itself. */
  public static List<String> nestedCollapsible(String role, String title, List<String> content) {
    return fenced(List.of("." + title, "[%collapsible." + role + "]"), INNER_FENCE, content);
  }

  /** Returns a box, which may hold folds, with an empty line at the end. */
  public static List<String> box(String role, List<String> content) {
    return fenced(List.of("[." + role + "]"), OUTER_FENCE, content);
  }

  private static List<String> fenced(List<String> head, String fence, List<String> content) {
    var lines = new ArrayList<>(head);
    lines.add(fence);
    lines.addAll(content);
    lines.addAll(List.of(fence, ""));
    return lines;
  }
}
