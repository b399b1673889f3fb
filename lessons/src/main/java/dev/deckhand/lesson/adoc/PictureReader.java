package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Block;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    String title = inlines.plain(node.getTitle());
    if (title.isEmpty()) {
      ledger.warning(
          place,
          "The diagram has no words, and a drawing cannot be read aloud.",
          "Say in its title, .Like this, what is to be seen.");
    }
    Optional<String> style = Diagrams.style(node);
    return style.isPresent() ? written(node, style.get(), title) : drawn(node, title);
  }

  /** A diagram that is written in words, with the letters that may follow it. */
  private Block written(StructuralNode node, String style, String title) {
    Place place = ledger.at(node);
    if (!style.equals(Diagrams.PLANTUML)) {
      ledger.error(
          place,
          "Nobody draws a diagram of the kind \"" + style + "\".",
          "Write it for PlantUML, as [plantuml.diagram], or with letters, as [.diagram].");
      return new Block.Picture(title, "", List.of());
    }
    if (!attribute(node, "picture").isEmpty()) {
      ledger.error(place, "The diagram has an image already: it is drawn.", "Take out picture=.");
    }
    Pictures.Sketch sketch = pictures.drawn(Lines.source(node), place, ledger.contentOf(node));
    List<String> letters = Diagrams.letters(node).map(Lines::source).orElse(sketch.letters());
    return new Block.Picture(title, sketch.name(), letters);
  }

  /** What is drawn with letters for the diagram above is shown with it, and only looked at here. */
  void letters(StructuralNode node) {
    Place place = ledger.at(node);
    if (!Diagrams.followsDiagram(node)) {
      ledger.error(
          place,
          "There is no diagram above for these letters to stand for.",
          "Put it right below a [plantuml.diagram], or mark it [.diagram].");
    }
    fit(Lines.source(node), place);
  }

  private Block drawn(StructuralNode node, String title) {
    Place place = ledger.at(node);
    List<String> drawn = Lines.source(node);
    fit(drawn, place);
    String target = attribute(node, "picture");
    return new Block.Picture(title, target.isEmpty() ? "" : pictures.named(target, place), drawn);
  }

  private void fit(List<String> drawn, Place place) {
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
  }

  private static String attribute(StructuralNode node, String name) {
    return Objects.toString(node.getAttribute(name, "", false), "");
  }
}
