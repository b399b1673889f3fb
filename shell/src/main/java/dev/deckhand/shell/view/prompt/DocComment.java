package dev.deckhand.shell.view.prompt;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Converts a documentation comment to plain paragraphs: removes tags, keeps their contents. */
final class DocComment {

  /** {@code {@code x}} says x, {@code {@link A#b c}} says c, or A.b where it says nothing more. */
  private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");

  private static final Pattern BREAKS =
      Pattern.compile("(?i)</?(p|ul|ol|li|pre|dl|dt|dd|br|h\\d)\\b[^>]*>");
  private static final Pattern TAGS = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(?=\\w)");

  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "<", "&gt;", ">", "&nbsp;", " ", "&quot;", "\"", "&#64;", "@");

  private DocComment() {}

  static List<String> paragraphs(String comment) {
    String text = comment;
    // from the inside out, since tags can be nested
    for (int depth = 0; depth < 3; depth++) {
      text = INLINE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(inlineText(found)));
    }
    text = BLOCK.matcher(text).replaceAll("\n\n@");
    text = TAGS.matcher(BREAKS.matcher(text).replaceAll("\n\n")).replaceAll("");
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      text = text.replace(entity.getKey(), entity.getValue());
    }
    return Stream.of(text.replace("&amp;", "&").split("\n\\s*\n", -1))
        .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  private static String inlineText(java.util.regex.MatchResult found) {
    String held = found.group(2).strip();
    if (!found.group(1).startsWith("link")) {
      return held;
    }
    int label = held.indexOf(' ') > held.lastIndexOf(')') ? held.indexOf(' ') : -1;
    return label > 0 ? held.substring(label + 1) : held.replaceFirst("^#", "").replace('#', '.');
  }
}
