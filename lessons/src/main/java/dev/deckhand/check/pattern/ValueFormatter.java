package dev.deckhand.check.pattern;

import java.util.stream.Collectors;

/** Formats values for learners, shortened. */
public final class ValueFormatter {
  /** Longest value that isn't shortened: room for an image with the start of its digest. */
  static final int MAX_WIDTH = 80;

  /** Characters that are sanitized; a value may have a megabyte. */
  private static final int MAX_SANITIZED = 20_000;

  private static final java.util.regex.Pattern CONTROL =
      java.util.regex.Pattern.compile("[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]");
  private static final java.util.regex.Pattern AMBIGUOUS =
      java.util.regex.Pattern.compile(
          "|true|false|null|not there|[-+.\\d][\\d.eE+-]*|\\s.*|.*[\\s.,;:!?]");

  private ValueFormatter() {}

  /** An actual and an expected value, each shortened. */
  public record Contrast(String actual, String expected) {}

  /** Formats both sides of a difference so that the difference is visible. */
  public static Contrast contrast(DataNode actual, DataNode expected) {
    if (actual.text().equals(expected.text()) && !actual.getClass().equals(expected.getClass())) {
      return new Contrast(typedText(actual), typedText(expected));
    }
    String one = fullText(actual);
    String other = fullText(expected);
    int shared = 0;
    while (shared < Math.min(one.length(), other.length())
        && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return new Contrast(excerpt(one, shared), excerpt(other, shared));
  }

  /** Formats a value: {@code nginx:1.30}, {@code not there}, {@code a list of 12}. */
  public static String value(DataNode node) {
    return excerpt(fullText(node), 0);
  }

  /** Formats a pattern: {@code name: front, image: nginx:1.30}. */
  public static String pattern(DataPattern pattern) {
    var text = new StringBuilder();
    appendPattern(pattern, text, 0);
    return excerpt(text.toString(), 0);
  }

  /** Shortens a text to the width. */
  public static String abbreviate(String text) {
    return excerpt(sanitize(text), 0);
  }

  /**
   * Escapes control characters, which could move a terminal's cursor or change its colours: values
   * come from whoever wrote the object.
   */
  public static String sanitize(String text) {
    return CONTROL
        .matcher(text.length() > MAX_SANITIZED ? text.substring(0, MAX_SANITIZED) : text)
        .replaceAll(found ->
            found.group().equals("\n")
                ? "\\\\n"
                : "\\\\u%04x".formatted(found.group().codePointAt(0)));
  }

  private static String typedText(DataNode node) {
    return switch (node) {
      case DataNode.Text(var value) -> excerpt("\"" + sanitize(value) + "\"", 0) + " (text)";
      case DataNode.Numeral _ -> excerpt(node.text(), 0) + " (a number)";
      case DataNode.Flag _ -> node.text() + " (true or false)";
      case DataNode.Fields _ -> "a map";
      case DataNode.Items _ -> "a list";
      case DataNode.Absent _ -> "not there";
    };
  }

  private static String fullText(DataNode node) {
    return switch (node) {
      case DataNode.Text(var value) -> {
        String cleaned = sanitize(value);
        yield cleaned.length() < MAX_WIDTH && AMBIGUOUS.matcher(cleaned).matches()
            ? "\"" + cleaned + "\""
            : cleaned;
      }
      case DataNode.Numeral _, DataNode.Flag _ -> node.text();
      case DataNode.Absent _ -> "not there";
      case DataNode.Items(var items) -> {
        boolean isShort =
            items.size() <= 6 && items.stream().allMatch(ValueFormatter::hasShortText);
        yield isShort
            ? items.stream()
                .map(ValueFormatter::shortText)
                .collect(Collectors.joining(", ", "[", "]"))
            : "a list of " + items.size();
      }
      case DataNode.Fields(var fields) ->
          fields.isEmpty()
              ? "an empty map"
              : fields.keySet().stream()
                  .limit(5)
                  .map(ValueFormatter::sanitize)
                  .collect(Collectors.joining(", ", "a map with ", fields.size() > 5 ? ", …" : ""));
    };
  }

  private static boolean hasShortText(DataNode item) {
    return switch (item) {
      case DataNode.Text _, DataNode.Numeral _, DataNode.Flag _ -> true;
      case DataNode.Fields _ -> MergeKey.of(item).isPresent();
      case DataNode.Items _, DataNode.Absent _ -> false;
    };
  }

  /** An element of a list; a map by its merge key. */
  private static String shortText(DataNode item) {
    return item instanceof DataNode.Fields ? abbreviate(MergeKey.label(item, 0)) : value(item);
  }

  private static void appendPattern(DataPattern pattern, StringBuilder text, int depth) {
    if (text.length() > MAX_WIDTH || depth > 6) {
      return;
    }
    switch (pattern) {
      case DataPattern.Scalar(var value, _) -> text.append(fullText(value));
      case DataPattern.Missing _ -> text.append("not there");
      case DataPattern.Elements(var elements, _) -> {
        String separator = "[";
        for (DataPattern element : elements.subList(0, Math.min(10, elements.size()))) {
          text.append(separator);
          appendPattern(element, text, depth + 1);
          separator = ", ";
        }
        text.append(elements.isEmpty() ? "[]" : "]");
      }
      case DataPattern.Shape(var fields, var expressions, _) -> {
        String separator = "";
        for (var field : fields.entrySet()) {
          text.append(separator).append(sanitize(field.getKey()));
          text.append(field.getValue() instanceof DataPattern.Shape ? "." : ": ");
          appendPattern(field.getValue(), text, depth + 1);
          separator = ", ";
        }
        for (var expression : expressions) {
          text.append(separator).append(sanitize(expression.source()));
          separator = ", ";
        }
      }
    }
  }

  /** Keeps the text around a position, with ellipses for the rest. */
  private static String excerpt(String text, int position) {
    if (text.length() <= MAX_WIDTH) {
      return text;
    }
    int start = Math.max(0, Math.min(position - 20, text.length() - MAX_WIDTH + 2));
    int end = Math.min(text.length(), start + MAX_WIDTH - 2);
    // don't cut through a surrogate pair
    if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
      start++;
    }
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }
}
