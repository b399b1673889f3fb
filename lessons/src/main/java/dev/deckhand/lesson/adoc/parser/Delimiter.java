package dev.deckhand.lesson.adoc.parser;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line that begins and ends a block.
 *
 * @param context the kind of the block
 * @param terminator the line that ends it
 */
record Delimiter(String context, String terminator) {

  private static final Map<String, String> CONTEXTS =
      Map.ofEntries(
          Map.entry("--", "open"),
          Map.entry("----", "listing"),
          Map.entry("....", "literal"),
          Map.entry("====", "example"),
          Map.entry("****", "sidebar"),
          Map.entry("____", "quote"),
          Map.entry("++++", "pass"),
          Map.entry("|===", "table"),
          Map.entry(",===", "table"),
          Map.entry(":===", "table"),
          Map.entry("!===", "table"),
          Map.entry("////", "comment"),
          Map.entry("```", "fenced_code"));

  /** The delimiter that a line is; null if it's none. */
  static @Nullable Delimiter of(String line) {
    int length = line.length();
    if (length < 2) {
      return null;
    }
    String tip = line;
    String whole = line;
    if (length > 2) {
      tip = length < 5 ? line : line.substring(0, 4);
      if (tip.startsWith("`")) {
        if (tip.length() == 4) {
          if (tip.equals("````") || !tip.startsWith("```")) {
            return null;
          }
          tip = "```";
          whole = tip;
        } else if (!tip.equals("```")) {
          return null;
        }
      } else if (tip.length() == 3) {
        return null;
      }
    }
    String context = CONTEXTS.get(tip);
    if (context == null) {
      return null;
    }
    boolean matches =
        whole.length() == tip.length()
            || whole
                .substring(1)
                .equals(tip.substring(tip.length() - 1).repeat(whole.length() - 1));
    return matches ? new Delimiter(context, whole) : null;
  }
}
