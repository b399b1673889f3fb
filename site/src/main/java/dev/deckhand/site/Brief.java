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

  /** All up to the end of a sentence; empty while there was none. */
  private List<Inline> whole = List.of();

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
        return brief.cut();
      }
    }
    return brief.all();
  }

  /** Takes it if there is room for it; of words as many sentences as there is room for. */
  private boolean take(Inline inline) {
    String plain = Inline.plain(List.of(inline));
    if (inline instanceof Inline.Words(var words)) {
      Matcher end = END.matcher(words);
      while (end.find()) {
        int upTo = length + end.end();
        if (upTo > (whole.isEmpty() ? MOST : ENOUGH)) {
          return keep(words);
        }
        whole = with(new Inline.Words(words.substring(0, end.end())));
      }
    }
    if (length + plain.length() > MOST) {
      return keep(plain);
    }
    taken.add(inline);
    length += plain.length();
    return true;
  }

  /** Takes whole words where no sentence is whole. */
  private boolean keep(String words) {
    int cut = words.lastIndexOf(' ', Math.max(0, MOST - length));
    taken.add(new Inline.Words(words.substring(0, Math.max(0, cut)) + " …"));
    return false;
  }

  private List<Inline> cut() {
    return whole.isEmpty() ? List.copyOf(taken) : whole;
  }

  /** What ends with a colon leads to something that stands on another slide. */
  private List<Inline> all() {
    return Inline.plain(taken).endsWith(":") ? cut() : List.copyOf(taken);
  }

  private List<Inline> with(Inline last) {
    var all = new ArrayList<>(taken);
    all.add(last);
    return List.copyOf(all);
  }
}
