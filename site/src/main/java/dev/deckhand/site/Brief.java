package dev.deckhand.site;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first whole sentences of a text, as many as a slide has room for. */
final class Brief {

  /** More characters than that stand in no text of a slide. */
  static final int MOST = 300;

  private static final int ENOUGH = 200;
  private static final Pattern END = Pattern.compile("[.?!](?=\\s|$)");

  private final List<Inline> taken = new ArrayList<>();
  private int length;

  private Brief() {}

  /** Returns the beginning of the first paragraph; empty where there is none. */
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
    var brief = new Brief();
    for (Inline inline : content) {
      if (!brief.take(inline)) {
        break;
      }
    }
    return List.copyOf(brief.taken);
  }

  /** Whether there is room for more. */
  private boolean take(Inline inline) {
    String plain = Inline.plain(List.of(inline));
    if (!(inline instanceof Inline.Words(var words))) {
      if (length + plain.length() > MOST) {
        taken.add(new Inline.Words(" …"));
        return false;
      }
      add(inline, plain);
      return true;
    }
    Matcher end = END.matcher(words);
    int upTo = 0;
    while (end.find()) {
      if (length + end.end() > ENOUGH) {
        upTo = upTo == 0 ? Math.min(end.end(), room()) : upTo;
        add(new Inline.Words(words.substring(0, upTo) + (upTo == room() ? " …" : "")), plain);
        return false;
      }
      upTo = end.end();
    }
    if (words.length() > room()) {
      int cut = Math.max(0, words.lastIndexOf(' ', room()));
      add(new Inline.Words(words.substring(0, cut) + " …"), plain);
      return false;
    }
    add(inline, plain);
    return true;
  }

  private int room() {
    return MOST - length;
  }

  private void add(Inline inline, String plain) {
    taken.add(inline);
    length += plain.length();
  }
}
