package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Block;
import java.util.List;
import java.util.Objects;
import org.asciidoctor.ast.StructuralNode;

/** Reads images, and diagrams that are drawn with letters and may have an image beside. */
final class PictureReader {

  /** What a terminal of 80 columns shows inside a note in a list. */
  private static final int WIDEST = 76;

  private final Ledger ledger;
  private final InlineReader inlines;
  private final Pictures pictures;

  PictureReader(Ledger ledger, InlineReader inlines, Pictures pictures) {
    this.ledger = ledger;
    this.inlines = inlines;
    this.pictures = pictures;
  }

  Block image(StructuralNode node) {
    String target = attribute(node, "target");
    String alt = attribute(node, "alt");
    String title = inlines.plain(node.getTitle());
    if (title.isEmpty() && alt.equals(node.getAttribute("default-alt", "", false))) {
      ledger.warning(
          ledger.here(),
          "The image \"" + target + "\" has no words, and not every terminal shows more.",
          "Say in its brackets what is to be seen: image::" + target + "[A node with two Pods].");
    }
    return new Block.Picture(
        title.isEmpty() ? inlines.plain(alt) : title,
        pictures.named(target, ledger.here()),
        List.of());
  }

  Block diagram(StructuralNode node) {
    Place place = ledger.at(node);
    List<String> drawn = Lines.source(node);
    String title = inlines.plain(node.getTitle());
    if (title.isEmpty()) {
      ledger.warning(
          place,
          "The diagram has no words, and a drawing cannot be read aloud.",
          "Say in its title, .Like this, what is to be seen.");
    }
    if (drawn.stream().allMatch(String::isBlank)) {
      ledger.error(place, "The diagram is empty.", "Draw something in it, or delete it.");
    }
    int widest =
        drawn.stream().mapToInt(line -> line.codePointCount(0, line.length())).max().orElse(0);
    if (widest > WIDEST) {
      ledger.warning(
          place,
          "The diagram is " + widest + " columns wide, and does not fit every terminal.",
          "Draw it within " + WIDEST + " columns; within 40 it is seen on the narrowest too.");
    }
    String target = attribute(node, "picture");
    return new Block.Picture(title, target.isEmpty() ? "" : pictures.named(target, place), drawn);
  }

  private static String attribute(StructuralNode node, String name) {
    return Objects.toString(node.getAttribute(name, "", false), "");
  }
}
