package dev.deckhand.site.document;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentences of a text that fit on a slide. */
final class SlideExcerpt {

  /** The most characters that a text of a slide has. */
  static final int MAX_LENGTH = 300;

  private static final int TARGET_LENGTH = 200;
  private static final Pattern SENTENCE_END = Pattern.compile("[.?!](?=\\s|$)");

  private final List<Inline> taken = new ArrayList<>();
  private int length;

  /** Everything up to the end of the last whole sentence; empty if there is none yet. */
  private List<Inline> wholeSentences = List.of();

  private SlideExcerpt() {}

  /** Returns the beginning of the first paragraph; empty if there is none. */
  static Optional<List<Inline>> of(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block ->
            block instanceof Block.Paragraph(var content)
                ? Optional.of(ofText(content)).stream()
                : null)
        .findFirst();
  }

  /** Returns the beginning of running text. */
  static List<Inline> ofText(List<Inline> content) {
    var slideExcerpt = new SlideExcerpt();
    for (Inline inline : content) {
      if (!slideExcerpt.append(inline)) {
        return slideExcerpt.truncated();
      }
    }
    return slideExcerpt.whole();
  }

  /** Takes content that fits; of words, as many sentences as fit. */
  private boolean append(Inline inline) {
    String plain = Inline.plainText(List.of(inline));
    if (inline instanceof Inline.Words(var words)) {
      Matcher end = SENTENCE_END.matcher(words);
      while (end.find()) {
        int upTo = length + end.end();
        if (upTo > (wholeSentences.isEmpty() ? MAX_LENGTH : TARGET_LENGTH)) {
          return appendTruncated(words);
        }
        wholeSentences = takenWith(new Inline.Words(words.substring(0, end.end())));
      }
    }
    if (length + plain.length() > MAX_LENGTH) {
      return appendTruncated(plain);
    }
    taken.add(inline);
    length += plain.length();
    return true;
  }

  /** Takes whole words if no whole sentence fits. */
  private boolean appendTruncated(String words) {
    int cut = words.lastIndexOf(' ', Math.max(0, MAX_LENGTH - length));
    taken.add(new Inline.Words(words.substring(0, Math.max(0, cut)) + " …"));
    return false;
  }

  private List<Inline> truncated() {
    return wholeSentences.isEmpty() ? List.copyOf(taken) : wholeSentences;
  }

  /** A text that ends with a colon introduces something on another slide. */
  private List<Inline> whole() {
    return Inline.plainText(taken).endsWith(":") ? truncated() : List.copyOf(taken);
  }

  private List<Inline> takenWith(Inline last) {
    var all = new ArrayList<>(taken);
    all.add(last);
    return List.copyOf(all);
  }
}
