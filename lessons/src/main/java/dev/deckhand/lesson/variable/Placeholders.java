package dev.deckhand.lesson.variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds and replaces the places of variables in a lesson's text: a name in braces, <code>{port}
 * </code>. A brace after {@code $}, another brace or a backslash is the text's own: a variable of
 * the shell, a Go template, an escaped reference.
 */
public final class Placeholders {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?<![\\\\${])\\{([a-z][a-z0-9-]{0,30})\\}");

  private Placeholders() {}

  /** The names in braces on a line, in their order, whether they are variables or not. */
  public static List<String> names(String line) {
    var names = new ArrayList<String>();
    Matcher matcher = PLACEHOLDER.matcher(line);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Writes the values of variables in their places; other names in braces stay as they are. */
  public static List<String> replace(List<String> lines, List<DrawnValue> values) {
    Map<String, String> byName = new HashMap<>();
    values.forEach(value -> byName.put(value.name(), value.value()));
    return lines.stream().map(line -> replace(line, byName)).toList();
  }

  private static String replace(String line, Map<String, String> values) {
    if (line.indexOf('{') < 0) {
      return line;
    }
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }
}
