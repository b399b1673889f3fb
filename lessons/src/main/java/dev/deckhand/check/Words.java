package dev.deckhand.check;

import java.util.stream.Collectors;

/** Puts values in short words for a learner. */
final class Words {
  /** Longer values are shortened; wide enough for an image's name with its digest's head. */
  static final int WIDTH = 80;

  /** Nobody is shown more; a value of an object may be a megabyte. */
  private static final int CLEANED = 20_000;

  private static final java.util.regex.Pattern CONTROL =
      java.util.regex.Pattern.compile("[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]");
  private static final java.util.regex.Pattern MISTAKABLE =
      java.util.regex.Pattern.compile(
          "|true|false|null|not there|[-+.\\d][\\d.eE+-]*|\\s.*|.*[\\s.,;:!?]");

  private Words() {}

  /** What is, and what was expected, each in short. */
  record Pair(String actual, String expected) {}

  /** Says both sides of a difference, so that the difference shows. */
  static Pair contrast(Node actual, Node expected) {
    if (actual.text().equals(expected.text()) && !actual.getClass().equals(expected.getClass())) {
      return new Pair(kind(actual), kind(expected));
    }
    String one = whole(actual);
    String other = whole(expected);
    int shared = 0;
    while (shared < Math.min(one.length(), other.length())
        && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return new Pair(around(one, shared), around(other, shared));
  }

  /** Says a value in short: {@code nginx:1.27}, {@code not there}, {@code a list of 12}. */
  static String value(Node node) {
    return around(whole(node), 0);
  }

  /** Says a pattern in short: {@code name: front, image: nginx:1.27}. */
  static String pattern(Pattern pattern) {
    var text = new StringBuilder();
    spell(pattern, text, 0);
    return around(text.toString(), 0);
  }

  /** Cuts a text to the width. */
  static String cut(String text) {
    return around(clean(text), 0);
  }

  /**
   * Replaces what would move a terminal's cursor or change its colours: values come from whoever
   * wrote the object.
   */
  static String clean(String text) {
    return CONTROL
        .matcher(text.length() > CLEANED ? text.substring(0, CLEANED) : text)
        .replaceAll(found ->
            found.group().equals("\n")
                ? "\\\\n"
                : "\\\\u%04x".formatted(found.group().codePointAt(0)));
  }

  private static String kind(Node node) {
    return switch (node) {
      case Node.Text(var value) -> around("\"" + clean(value) + "\"", 0) + " (text)";
      case Node.Numeral _ -> around(node.text(), 0) + " (a number)";
      case Node.Flag _ -> node.text() + " (true or false)";
      case Node.Fields _ -> "a map";
      case Node.Items _ -> "a list";
      case Node.Absent _ -> "not there";
    };
  }

  private static String whole(Node node) {
    return switch (node) {
      case Node.Text(var value) -> {
        String cleaned = clean(value);
        yield cleaned.length() < WIDTH && MISTAKABLE.matcher(cleaned).matches()
            ? "\"" + cleaned + "\""
            : cleaned;
      }
      case Node.Numeral _, Node.Flag _ -> node.text();
      case Node.Absent _ -> "not there";
      case Node.Items(var items) -> {
        boolean isShort = items.size() <= 6 && items.stream().allMatch(Words::hasWord);
        yield isShort
            ? items.stream().map(Words::word).collect(Collectors.joining(", ", "[", "]"))
            : "a list of " + items.size();
      }
      case Node.Fields(var fields) ->
          fields.isEmpty()
              ? "an empty map"
              : fields.keySet().stream()
                  .limit(5)
                  .map(Words::clean)
                  .collect(Collectors.joining(", ", "a map with ", fields.size() > 5 ? ", …" : ""));
    };
  }

  private static boolean hasWord(Node item) {
    return switch (item) {
      case Node.Text _, Node.Numeral _, Node.Flag _ -> true;
      case Node.Fields _ -> MergeKey.of(item).isPresent();
      case Node.Items _, Node.Absent _ -> false;
    };
  }

  /** An element of a list, by its key if it is a map. */
  private static String word(Node item) {
    return item instanceof Node.Fields ? cut(MergeKey.label(item, 0)) : value(item);
  }

  private static void spell(Pattern pattern, StringBuilder text, int depth) {
    if (text.length() > WIDTH || depth > 6) {
      return;
    }
    switch (pattern) {
      case Pattern.Scalar(var value, _) -> text.append(whole(value));
      case Pattern.Missing _ -> text.append("not there");
      case Pattern.Elements(var elements, _) -> {
        String separator = "[";
        for (Pattern element : elements.subList(0, Math.min(10, elements.size()))) {
          text.append(separator);
          spell(element, text, depth + 1);
          separator = ", ";
        }
        text.append(elements.isEmpty() ? "[]" : "]");
      }
      case Pattern.Shape(var fields, var expressions, _) -> {
        String separator = "";
        for (var field : fields.entrySet()) {
          text.append(separator).append(clean(field.getKey()));
          text.append(field.getValue() instanceof Pattern.Shape ? "." : ": ");
          spell(field.getValue(), text, depth + 1);
          separator = ", ";
        }
        for (var expression : expressions) {
          text.append(separator).append(clean(expression.source()));
          separator = ", ";
        }
      }
    }
  }

  /** Keeps what is around a position, with ellipses for what is left out. */
  private static String around(String text, int position) {
    if (text.length() <= WIDTH) {
      return text;
    }
    int start = Math.max(0, Math.min(position - 20, text.length() - WIDTH + 2));
    int end = Math.min(text.length(), start + WIDTH - 2);
    // not through the middle of a character of two code units
    if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
      start++;
    }
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }
}
