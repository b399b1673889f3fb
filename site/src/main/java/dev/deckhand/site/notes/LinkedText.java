package dev.deckhand.site.notes;

import dev.deckhand.lesson.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web addresses in text. */
final class LinkedText {

  private static final Pattern URL =
      Pattern.compile("\\bhttps?://[A-Za-z0-9][!-~&&[^\"'<>\\[\\]^`{|}\\\\]]*");
  private static final String SENTENCE_ENDS = ".,;:!?";

  private LinkedText() {}

  /** Returns the text with its web addresses as links. */
  static List<Inline> of(String text) {
    var content = new ArrayList<Inline>();
    Matcher matcher = URL.matcher(text);
    int end = 0;
    while (matcher.find(end)) {
      String address = withoutSentenceEnd(matcher.group());
      if (matcher.start() > end) {
        content.add(new Inline.Words(text.substring(end, matcher.start())));
      }
      content.add(new Inline.Link(List.of(new Inline.Words(address)), address));
      end = matcher.start() + address.length();
    }
    if (end < text.length()) {
      content.add(new Inline.Words(text.substring(end)));
    }
    return content;
  }

  /** A full stop or a parenthesis that closes what stands around the address is no part of it. */
  private static String withoutSentenceEnd(String address) {
    String trimmed = address;
    while (SENTENCE_ENDS.indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0
        || (trimmed.endsWith(")") && count(trimmed, ')') > count(trimmed, '('))) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return trimmed;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
